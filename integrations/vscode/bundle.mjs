// Bundles the extension into out/extension.js; with --tests, the tests into out/tests too.
import { build } from 'esbuild';
import { copyFileSync, readdirSync, rmSync } from 'node:fs';

const common = { bundle: true, platform: 'node', target: 'node18', format: 'cjs', logLevel: 'warning' };

rmSync('out', { recursive: true, force: true });
await build({
  ...common,
  entryPoints: ['src/extension.ts'],
  outfile: 'out/extension.js',
  external: ['vscode'],
  minify: true,
});
if (process.argv.includes('--tests')) {
  await build({
    ...common,
    entryPoints: readdirSync('tests').filter((name) => name.endsWith('.test.ts')).map((name) => `tests/${name}`),
    outdir: 'out/tests',
    alias: { vscode: './tests/fakes/vscode.ts', 'vscode-languageclient/node': './tests/fakes/language_client.ts' },
  });
}
// The package carries the project's licence.
copyFileSync('../../LICENSE', 'LICENSE');
