// The extension as VS Code runs it, from activation to the end, with VS Code and its language client played by tests/fakes.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { ExtensionContext } from 'vscode';

import { activate, deactivate } from '../src/extension';
import { languages } from '../src/client_options';
import { clients, State, trouble } from './fakes/language_client';
import { editor, reset } from './fakes/vscode';

let folder: string;
const searchPath = process.env['PATH'];

/** A program that only says its version. */
function program(name: string, version = 'soiree 0.1.0'): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho '${version}'\n`);
  chmodSync(file, 0o755);
  return file;
}

async function start(): Promise<void> {
  const context = { subscriptions: [], extensionUri: { path: '/extension' } };
  await activate(context as unknown as ExtensionContext);
}

async function change(name: string, value: unknown): Promise<void> {
  editor.settings[name] = value;
  for (const listener of editor.configurationChanged) {
    listener({ affectsConfiguration: (asked) => asked === name || name.startsWith(`${asked}.`) });
  }
  // Waits for its turn, which comes after the restart that the change has asked for, if it has.
  await settled();
}

async function settled(): Promise<void> {
  let seen = -1;
  for (let quiet = 0; quiet < 10; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const now = clients.length + editor.messages.length + clients.filter((each) => each.state === State.Running).length;
    quiet = now === seen ? quiet + 1 : 0;
    seen = now;
  }
}

const running = () => clients.filter((client) => client.state === State.Running).map((client) => client.server.command);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'soiree-'));
  // The `soiree` of the machine that runs the tests must not play a part.
  process.env['PATH'] = path.join(folder, 'on-path') + path.delimiter + '/usr/bin:/bin';
  reset();
  clients.length = 0;
  trouble.says = undefined;
});

afterEach(async () => {
  await deactivate();
  process.env['PATH'] = searchPath;
  rmSync(folder, { recursive: true });
});

test('activation starts the program of soiree.path with its arguments, for every language', async () => {
  const configured = program('my tools/soiree');
  program('on-path/soiree');
  editor.settings = { 'soiree.path': configured, 'soiree.arguments': ['--config', 'a b.yaml'] };
  await start();
  assert.deepEqual(running(), [configured]);
  assert.deepEqual(clients[0]?.server.args, ['lsp', '--config', 'a b.yaml']);
  assert.deepEqual(clients[0]?.options.documentSelector.map((each) => each.language), [...languages]);
  assert.deepEqual(editor.messages, []);
});

test('without a setting the program of the trusted folder is started, else the one on the PATH', async () => {
  const everywhere = program('on-path/soiree');
  const inside = program('blog/node_modules/.bin/soiree');
  editor.folders = [path.join(folder, 'blog')];
  editor.trusted = false;
  await start();
  assert.deepEqual(running(), [everywhere]);

  editor.trusted = true;
  await Promise.all(editor.trustGranted.map((listener) => listener()));
  assert.deepEqual(running(), [inside]);
});

test('the restart command stops the old server and starts a new one', async () => {
  const everywhere = program('on-path/soiree');
  await start();
  await editor.commands.get('soiree.restart')?.();
  assert.deepEqual(clients.map((client) => client.state), [State.Stopped, State.Running]);
  assert.ok(clients[0]?.disposed);
  assert.deepEqual(running(), [everywhere]);
});

test('restarts that are asked for at once leave one server', async () => {
  program('on-path/soiree');
  await start();
  const restart = editor.commands.get('soiree.restart');
  await Promise.all([restart?.(), restart?.(), restart?.()]);
  assert.equal(running().length, 1);
});

test('a changed setting restarts with the new program; disabling stops; other settings do nothing', async () => {
  program('on-path/soiree');
  const other = program('other/soiree');
  await start();
  await change('soiree.path', other);
  assert.deepEqual(running(), [other]);
  await change('soiree.arguments', ['--verbose']);
  assert.deepEqual(clients.at(-1)?.server.args, ['lsp', '--verbose']);

  const before = clients.length;
  await change('editor.fontSize', 20);
  assert.equal(clients.length, before);

  await change('soiree.enable', false);
  assert.deepEqual(running(), []);
  await change('soiree.enable', true);
  assert.deepEqual(running(), [other]);
});

test('a missing program is told with a button that opens the page on how to get it', async () => {
  editor.press = 'How to Install';
  await start();
  assert.deepEqual(running(), []);
  assert.deepEqual(editor.messages, [
    { text: 'The program soiree is not installed here.', buttons: ['How to Install', 'Open Settings'] },
  ]);
  await settled();
  assert.deepEqual(editor.executed, [['markdown.showPreview', { path: '/extension/README.md' }]]);
  assert.deepEqual(editor.output, ['The program soiree is not installed here.']);

  // Installed as the page says, and restarted: it runs, without a new window.
  const everywhere = program('on-path/soiree');
  await editor.commands.get('soiree.restart')?.();
  assert.deepEqual(running(), [everywhere]);
});

test('a setting that leads nowhere is told with its path, and a button opens the setting', async () => {
  program('on-path/soiree');
  editor.settings = { 'soiree.path': '/nowhere/soiree' };
  editor.press = 'Open Settings';
  await start();
  await settled();
  assert.deepEqual(running(), []);
  assert.equal(editor.messages[0]?.text, 'There is no program /nowhere/soiree, which soiree.path names.');
  assert.deepEqual(editor.executed, [['workbench.action.openSettings', 'soiree.path']]);
});

test('a program that is too old, or does not answer, is told and not left running', async () => {
  const old = program('on-path/soiree', 'soiree 0.0.1');
  await start();
  assert.equal(clients.length, 0);
  assert.equal(editor.messages[0]?.text, `${old} is version 0.0.1; this extension needs 0.1.0 or later.`);

  program('on-path/soiree');
  trouble.says = 'it hung up';
  await editor.commands.get('soiree.restart')?.();
  assert.deepEqual(running(), []);
  assert.equal(editor.messages[1]?.text, `${old} does not answer: it hung up`);
});

test('a server that has died by itself does not keep a new one from starting', async () => {
  program('on-path/soiree');
  await start();
  const [died] = clients;
  assert.ok(died);
  died.state = State.Stopped;
  await editor.commands.get('soiree.restart')?.();
  assert.equal(running().length, 1);
  assert.ok(died.disposed);
});

test('deactivation stops the server', async () => {
  program('on-path/soiree');
  await start();
  await deactivate();
  assert.deepEqual(running(), []);
  assert.ok(clients[0]?.disposed);
});

test('the output is shown when asked for, and says which program was started', async () => {
  const everywhere = program('on-path/soiree');
  await start();
  editor.commands.get('soiree.showOutput')?.();
  assert.equal(editor.outputShown, 1);
  assert.deepEqual(editor.output, [`Starting ${everywhere}`]);
});
