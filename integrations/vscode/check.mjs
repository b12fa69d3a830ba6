// What ctest runs: node check.mjs types|tests|package
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const run = (program, ...args) => execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
const expected = ['LICENSE.txt', 'README.md', 'out/extension.js', 'package.json'];

function checkPackage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'soiree-'));
  try {
    const file = path.join(folder, 'soiree.vsix');
    run('npm', 'run', '--silent', 'package', '--', '--out', file);
    const listing = run('python3', '-c', 'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))', file);
    const inside = listing.split('\n').filter((name) => name.startsWith('extension/')).map((name) => name.slice(10)).sort();
    if (inside.join() !== expected.join()) throw new Error(`the package holds ${inside.join(', ')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const steps = {
  types: () => process.stdout.write(run('node_modules/.bin/tsc', '--noEmit')),
  tests: () => process.stdout.write(run('npm', 'test', '--silent')),
  package: checkPackage,
};
try {
  steps[process.argv[2]]();
} catch (error) {
  console.error(error.stdout ?? '', error.message);
  process.exit(1);
}
