// Packs soiree-lint and the package with the binary for this kind of machine.
//
// usage: node pack.mjs BINARY VERSION OUTPUT-FOLDER LICENSE [MORE-LICENSES...]
//
// The first licence is ours; the others are those of what the binary is made of.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const ARCHITECTURES = ['x64', 'arm64'];
const [binary, version, output, ...licenses] = process.argv.slice(2);
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const main = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'soiree-npm-'));

/** Packs one package: its package.json, the program as bin/soiree, a page, and licence texts. Nothing else gets in. */
function pack(description, program, page, texts) {
  const folder = path.join(scratch, description.name);
  fs.mkdirSync(path.join(folder, 'bin'), {recursive: true});
  const files = ['bin/soiree', ...texts.map((text) => path.basename(text))];
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({...description, files}, null, 2) + '\n');
  fs.writeFileSync(path.join(folder, 'README.md'), page);
  fs.copyFileSync(program, path.join(folder, 'bin', 'soiree'));
  fs.chmodSync(path.join(folder, 'bin', 'soiree'), 0o755);
  for (const text of texts) fs.copyFileSync(text, path.join(folder, path.basename(text)));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', path.resolve(output)], {cwd: folder});
}

const platforms = ARCHITECTURES.map((architecture) => `${main.name}-linux-${architecture}`);
pack(
    {...main, version, optionalDependencies: Object.fromEntries(platforms.map((name) => [name, version]))},
    path.join(here, 'bin', 'soiree'), fs.readFileSync(path.join(here, 'README.md'), 'utf8'), licenses.slice(0, 1));
pack(
    {
      name: `${main.name}-linux-${process.arch}`,
      version,
      description: `The program of ${main.name} for Linux on ${process.arch}`,
      license: main.license,
      os: ['linux'],
      cpu: [process.arch],
      // Yarn keeps packages zipped otherwise, and nothing can be run from there.
      preferUnplugged: true,
    },
    binary, `The program of ${main.name} for Linux on ${process.arch}; install ${main.name}.\n`, licenses);
fs.rmSync(scratch, {recursive: true});
