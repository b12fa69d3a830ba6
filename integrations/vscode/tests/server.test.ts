// The real server, started with the extension's own arguments and selector, and with --stdio as vscode-languageclient does.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';

import { languages, serverArguments } from '../src/client_options';

const binary = process.env['SOIREE'];
const post = '# Rye\n\nÜber 😀 rests in the the oven.\n';
const schedule = 'posts:\n  - time: 2026-03-02T10:00:00Z\n    channel: x\n    text: "😀 Rye is in the the shed."\n';
const files: Record<(typeof languages)[number], [name: string, text: string, column: number]> = {
  markdown: ['rye.md', post, 17],
  mdx: ['b.mdx', post, 17],
  'soiree-tweet': ['c.tweet', post, 17],
  yaml: ['d.yaml', schedule, 24],
  json: ['e.json', '{"posts": [{"time": "2026-03-02T10:00:00Z", "text": "😀 Rye is in the the shed."}]}', 66],
};

/** As the panel Problems writes it, and below it what the light bulb offers; VS Code keeps source actions for another menu. */
function render(name: string, found: Diagnostic, actions: readonly CodeAction[]): string {
  const { line, character } = found.range.start;
  const problem = `⚠ ${found.message}  ${found.source}(${found.code})  [Ln ${line + 1}, Col ${character + 1}]`;
  const offers = actions.filter((each) => !each.kind?.startsWith('source')).map((each) => `  💡 ${each.title}`);
  return [name, `  ${problem}`, ...offers.map((offer) => `  ${offer}`)].join('\n') + '\n';
}

function expectPageShows(shown: string): void {
  const page = readFileSync('README.md', 'utf8');
  const fence = '```text\n';
  const begin = page.indexOf(fence) + fence.length;
  const end = page.indexOf('```', begin);
  if (process.env['SOIREE_UPDATE'] !== undefined) {
    writeFileSync('README.md', page.slice(0, begin) + shown + page.slice(end));
    return;
  }
  assert.equal(page.slice(begin, end), shown, 'SOIREE_UPDATE=1 npm test rewrites it');
}

test('every language of the extension gets its findings, in UTF-16 columns, with a fix', { skip: binary === undefined && process.env['CI'] !== 'true', timeout: 60_000 }, async (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soiree-'));
  const server = spawn(binary ?? '', [...serverArguments([]), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  // A server left behind would keep the test program from ending.
  context.after(() => server.kill());
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const waiting = new Map<string, (found: PublishDiagnosticsParams) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (found) => {
    if (found.diagnostics.length > 0) waiting.get(found.uri)?.(found);
  });
  connection.listen();
  const uri = pathToFileURL(folder).href;
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'blog' }],
    // Those of vscode-languageclient on which the actions depend.
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      window: { showDocument: { support: true } },
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
      textDocument: {
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source', 'source.fixAll'] } },
          dataSupport: true,
          isPreferredSupport: true,
        },
      },
    },
  });
  assert.equal(capabilities.positionEncoding, 'utf-16');
  await connection.sendNotification(InitializedNotification.type, {});

  for (const languageId of languages) {
    const [name, text, column] = files[languageId];
    writeFileSync(path.join(folder, name), text);
    const textDocument = { uri: pathToFileURL(path.join(folder, name)).href, languageId, version: 1, text };
    const answer = new Promise<PublishDiagnosticsParams>((resolve) => waiting.set(textDocument.uri, resolve));
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    const { diagnostics } = await answer;
    const doubled = diagnostics.find((each) => each.code === 'repeated-word');
    assert.ok(doubled, languageId);
    assert.equal(doubled.range.start.character, column, languageId);
    const actions = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: textDocument.uri },
      range: doubled.range,
      context: { diagnostics: [doubled] },
    });
    assert.ok((actions as CodeAction[]).some((each) => each.isPreferred && each.edit), languageId);
    if (languageId === 'markdown') expectPageShows(render(name, doubled, actions as CodeAction[]));
  }

  await connection.sendRequest(ShutdownRequest.type);
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  await connection.sendNotification(ExitNotification.type);
  assert.equal(await ended, 0);
  connection.dispose();
  rmSync(folder, { recursive: true });
});
