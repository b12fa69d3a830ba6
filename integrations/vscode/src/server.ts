import { execFile } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';

import { findBinary, type Surroundings } from './binary';
import { callOf } from './call';
import { clientOptions, serverArguments } from './client_options';
import { versionProblem } from './version';

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function surroundings(): Surroundings {
  return {
    folders: (vscode.workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === 'file')
      .map((folder) => folder.uri.fsPath),
    home: os.homedir(),
    searchPath: process.env['PATH'] ?? '',
    windows: process.platform === 'win32',
    trusted: vscode.workspace.isTrusted,
    isProgram,
  };
}

/** What the program says to `--version`, or why it does not start. */
async function askVersion(file: string): Promise<string | undefined> {
  try {
    const { command, args, options } = callOf(file, ['--version']);
    const { stdout } = await promisify(execFile)(command, args, { ...options, timeout: 10_000 });
    return versionProblem(stdout);
  } catch (error) {
    return `does not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The one running `soiree lsp`. Starts and stops come one after another, whatever calls them. */
export class Server {
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly output: vscode.OutputChannel,
    private readonly complain: (problem: string) => void,
  ) {}

  restart(): Promise<void> {
    return this.next(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.next(() => this.stopNow());
  }

  private next(action: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(action, action);
    return this.turn;
  }

  private async startNow(): Promise<void> {
    const settings = vscode.workspace.getConfiguration('soiree');
    if (!settings.get<boolean>('enable', true)) return;
    const search = findBinary(settings.get<string>('path', ''), surroundings());
    if (search.found === undefined) {
      this.complain(
        search.setting === undefined
          ? 'The program soiree is not installed here.'
          : `There is no program ${search.setting}, which soiree.path names.`,
      );
      return;
    }
    const problem = await askVersion(search.found);
    if (problem !== undefined) {
      this.complain(`${search.found} ${problem}`);
      return;
    }
    this.output.appendLine(`Starting ${search.found}`);
    const client = new LanguageClient(
      'soiree',
      'soiree',
      {
        ...callOf(search.found, serverArguments(settings.get<string[]>('arguments', []))),
        transport: TransportKind.stdio,
      },
      { ...clientOptions(), outputChannel: this.output },
    );
    this.client = client;
    try {
      await client.start();
    } catch (error) {
      this.client = undefined;
      this.complain(`${search.found} does not answer: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) return;
    // A client whose server has died cannot be stopped, only let go.
    if (client.state === State.Running) await client.stop();
    await client.dispose().catch(() => undefined);
  }
}
