import * as vscode from 'vscode';

import { Server } from './server';

const howToInstall = 'How to Install';
const openSettings = 'Open Settings';
let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('soiree');
  const complain = (problem: string): void => {
    output.appendLine(problem);
    void offerHelp(context, problem);
  };
  const running = new Server(output, complain);
  server = running;
  context.subscriptions.push(
    output,
    vscode.commands.registerCommand('soiree.restart', () => running.restart()),
    vscode.commands.registerCommand('soiree.showOutput', () => output.show()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      const restarts = ['soiree.enable', 'soiree.path', 'soiree.arguments'];
      if (restarts.some((setting) => change.affectsConfiguration(setting))) void running.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => running.restart()),
  );
  await running.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}

async function offerHelp(context: vscode.ExtensionContext, problem: string): Promise<void> {
  const answer = await vscode.window.showErrorMessage(problem, howToInstall, openSettings);
  if (answer === howToInstall) {
    // The extension's own page says it, with the version that fits and without a network.
    const page = vscode.Uri.joinPath(context.extensionUri, 'README.md');
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } else if (answer === openSettings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'soiree.path');
  }
}
