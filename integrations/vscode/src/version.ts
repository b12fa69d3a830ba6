/** The first release whose `soiree lsp` this extension speaks to. */
export const oldestVersion = '0.1.0';

export type Version = readonly [number, number, number];

/** The version in what `soiree --version` prints, or undefined when there is none. */
export function readVersion(printed: string): Version | undefined {
  const numbers = /\b(\d+)\.(\d+)\.(\d+)/.exec(printed);
  return numbers === null ? undefined : [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
}

export function isOlder(one: Version, other: Version): boolean {
  const differs = one.findIndex((part, index) => part !== other[index]);
  return differs !== -1 && (one[differs] ?? 0) < (other[differs] ?? 0);
}

/** What is wrong with a program that prints this for its version, or undefined when it will do. */
export function versionProblem(printed: string): string | undefined {
  const version = readVersion(printed);
  const oldest = readVersion(oldestVersion);
  if (version === undefined) return 'does not say its version; is it soiree?';
  if (oldest !== undefined && isOlder(version, oldest)) {
    return `is version ${version.join('.')}; this extension needs ${oldestVersion} or later.`;
  }
  return undefined;
}
