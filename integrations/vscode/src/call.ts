export interface Call {
  readonly command: string;
  readonly args: string[];
  readonly options: { readonly shell: boolean };
}

/**
 * How to start this file. Node refuses to start a `.cmd` of Windows (which npm makes) but through the shell, and then leaves the quotes
 * to its caller: a folder with a space or an ampersand in its name must stay one word.
 */
export function callOf(file: string, args: readonly string[]): Call {
  if (!/\.(cmd|bat)$/i.test(file)) return { command: file, args: [...args], options: { shell: false } };
  const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;
  return { command: quoted(file), args: args.map(quoted), options: { shell: true } };
}
