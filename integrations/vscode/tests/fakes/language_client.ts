// In place of vscode-languageclient: remembers what was started and stopped.

export enum State {
  Stopped = 1,
  Starting = 3,
  Running = 2,
}

export const TransportKind = { stdio: 0 };

interface Executable {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: { readonly shell: boolean };
}

export const clients: LanguageClient[] = [];
/** When set, the next servers do not answer. */
export const trouble: { says: string | undefined } = { says: undefined };

export class LanguageClient {
  state = State.Stopped;
  disposed = false;

  constructor(
    readonly id: string,
    readonly name: string,
    readonly server: Executable,
    readonly options: { readonly documentSelector: readonly { readonly language: string }[] },
  ) {
    clients.push(this);
  }

  async start(): Promise<void> {
    if (trouble.says !== undefined) throw new Error(trouble.says);
    this.state = State.Running;
  }

  async stop(): Promise<void> {
    if (this.state !== State.Running) throw new Error('Client is not running and cannot be stopped');
    this.state = State.Stopped;
  }

  async dispose(): Promise<void> {
    this.disposed = true;
  }
}
