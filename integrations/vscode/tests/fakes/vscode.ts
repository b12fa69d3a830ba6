// As much of VS Code as the extension uses. The tests read and set `editor`; the rest has VS Code's own names.

type Handler = (...values: never[]) => unknown;

export interface Message {
  readonly text: string;
  readonly buttons: readonly string[];
}

function fresh() {
  return {
    settings: {} as Record<string, unknown>,
    folders: [] as string[],
    trusted: true,
    commands: new Map<string, Handler>(),
    /** What the extension had VS Code do: the command and its arguments. */
    executed: [] as unknown[][],
    messages: [] as Message[],
    /** The button that the user presses on every message. */
    press: undefined as string | undefined,
    output: [] as string[],
    outputShown: 0,
    configurationChanged: [] as ((change: { affectsConfiguration(name: string): boolean }) => unknown)[],
    trustGranted: [] as (() => unknown)[],
  };
}

export const editor = fresh();

export function reset(): void {
  Object.assign(editor, fresh());
}

const disposable = { dispose: (): void => undefined };

export const Uri = {
  joinPath: (base: { path: string }, ...parts: string[]) => ({ path: [base.path, ...parts].join('/') }),
};

export const window = {
  createOutputChannel: () => ({
    appendLine: (line: string) => editor.output.push(line),
    show: () => (editor.outputShown += 1),
    dispose: disposable.dispose,
  }),
  showErrorMessage: async (text: string, ...buttons: string[]) => {
    editor.messages.push({ text, buttons });
    return editor.press;
  },
};

export const commands = {
  registerCommand: (name: string, handler: Handler) => {
    editor.commands.set(name, handler);
    return disposable;
  },
  executeCommand: async (...command: unknown[]) => editor.executed.push(command),
};

export const workspace = {
  get isTrusted() {
    return editor.trusted;
  },
  get workspaceFolders() {
    return editor.folders.map((fsPath) => ({ uri: { scheme: 'file', fsPath } }));
  },
  getConfiguration: (section: string) => ({
    get: (name: string, otherwise: unknown) => editor.settings[`${section}.${name}`] ?? otherwise,
  }),
  onDidChangeConfiguration: (listener: (typeof editor.configurationChanged)[number]) => {
    editor.configurationChanged.push(listener);
    return disposable;
  },
  onDidGrantWorkspaceTrust: (listener: () => unknown) => {
    editor.trustGranted.push(listener);
    return disposable;
  },
};
