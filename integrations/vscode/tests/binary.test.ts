import assert from 'node:assert/strict';
import { test } from 'node:test';

import { expand, findBinary, type Surroundings } from '../src/binary';

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
