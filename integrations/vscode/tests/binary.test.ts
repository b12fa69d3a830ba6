import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expand, findBinary, type Surroundings } from '../src/binary';
import { callOf } from '../src/call';

function around(programs: readonly string[], change: Partial<Surroundings> = {}): Surroundings {
  return {
    folders: ['/blog', '/shop'],
    home: '/home/ann',
    searchPath: '/usr/local/bin:/usr/bin',
    windows: false,
    trusted: true,
    isProgram: (file) => programs.includes(file),
    ...change,
  };
}

test('the setting knows the home and the workspace folder', () => {
  assert.equal(expand('~/bin/soiree', around([])), '/home/ann/bin/soiree');
  assert.equal(expand('${workspaceFolder}/tools/soiree', around([])), '/blog/tools/soiree');
  assert.equal(expand('/opt/a~b/soiree', around([])), '/opt/a~b/soiree');
  assert.equal(expand('~ann/soiree', around([])), '~ann/soiree');
});

test('a folder name with a dollar sign stays as it is', () => {
  assert.equal(expand('${workspaceFolder}/soiree', around([], { folders: ['/a$&b'] })), '/a$&b/soiree');
});

test('what the workspace has installed comes before the PATH', () => {
  const npm = '/blog/node_modules/.bin/soiree';
  const pip = '/blog/.venv/bin/soiree';
  assert.equal(findBinary('', around([npm, pip, '/usr/bin/soiree'])).found, npm);
  assert.equal(findBinary('', around([pip, '/usr/bin/soiree'])).found, pip);
  assert.equal(findBinary('', around(['/shop/.venv/bin/soiree'])).found, '/shop/.venv/bin/soiree');
  assert.equal(findBinary('', around(['/usr/bin/soiree'])).found, '/usr/bin/soiree');
});

test('nothing inside an untrusted folder is run', () => {
  const programs = ['/blog/node_modules/.bin/soiree', '/usr/bin/soiree'];
  assert.equal(findBinary('', around(programs, { trusted: false })).found, '/usr/bin/soiree');
});

test('a relative entry of the PATH does not lead into the open folder', () => {
  assert.equal(findBinary('', around(['soiree', 'bin/soiree'], { searchPath: ':.:bin' })).found, undefined);
});

test('a setting that leads nowhere is named, not passed over', () => {
  const search = findBinary('~/bin/soiree', around(['/usr/bin/soiree']));
  assert.deepEqual(search, { found: undefined, setting: '/home/ann/bin/soiree' });
});

test('a bare name in the setting is looked for on the PATH, a relative path in the first folder', () => {
  assert.equal(findBinary('soiree-dev', around(['/usr/bin/soiree-dev'])).found, '/usr/bin/soiree-dev');
  assert.equal(findBinary('tools/soiree', around(['/blog/tools/soiree'])).found, '/blog/tools/soiree');
});

function onWindows(programs: readonly string[]): Surroundings {
  return around(programs, {
    folders: ['C:\\My Blog'],
    home: 'C:\\Users\\Ann',
    searchPath: 'bin;C:\\Tools;C:\\Users\\Ann\\AppData\\Roaming\\npm',
    windows: true,
  });
}

test('on Windows the program of pip, the one that npm makes, and one on the PATH are found', () => {
  const npm = 'C:\\My Blog\\node_modules\\.bin\\soiree.cmd';
  const pip = 'C:\\My Blog\\.venv\\Scripts\\soiree.exe';
  const everywhere = 'C:\\Users\\Ann\\AppData\\Roaming\\npm\\soiree.cmd';
  assert.equal(findBinary('', onWindows([npm, pip])).found, npm);
  assert.equal(findBinary('', onWindows([pip, everywhere])).found, pip);
  assert.equal(findBinary('', onWindows([everywhere])).found, everywhere);
  // The script for other shells, which npm makes as well, cannot be started.
  assert.equal(findBinary('', onWindows(['C:\\My Blog\\node_modules\\.bin\\soiree', 'bin\\soiree.exe'])).found, undefined);
});

test('on Windows the setting may leave the ending out', () => {
  assert.equal(findBinary('C:\\Tools\\soiree', onWindows(['C:\\Tools\\soiree.exe'])).found, 'C:\\Tools\\soiree.exe');
  assert.equal(findBinary('~\\soiree.exe', onWindows(['C:\\Users\\Ann\\soiree.exe'])).found, 'C:\\Users\\Ann\\soiree.exe');
  assert.equal(findBinary('${workspaceFolder}/s.cmd', onWindows(['C:\\My Blog/s.cmd'])).found, 'C:\\My Blog/s.cmd');
});

test('a .cmd is started through the shell, as one word', () => {
  assert.deepEqual(callOf('C:\\My Blog\\soiree.cmd', ['lsp', 'a b']), {
    command: '"C:\\My Blog\\soiree.cmd"',
    args: ['"lsp"', '"a b"'],
    options: { shell: true },
  });
  assert.deepEqual(callOf('/my blog/soiree', ['a b']), {
    command: '/my blog/soiree',
    args: ['a b'],
    options: { shell: false },
  });
});
