import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isOlder, readVersion, versionProblem } from '../src/version';

test('the version is read from what the program prints', () => {
  assert.deepEqual(readVersion('soiree 1.20.3\n'), [1, 20, 3]);
  assert.equal(readVersion('usage: soiree'), undefined);
});

test('versions are compared by number, not by letter', () => {
  assert.ok(isOlder([0, 9, 9], [0, 10, 0]));
  assert.ok(!isOlder([1, 0, 0], [0, 10, 0]));
  assert.ok(!isOlder([0, 1, 0], [0, 1, 0]));
});

test('a program that is too old, or another one, is told', () => {
  assert.equal(versionProblem('soiree 0.1.0'), undefined);
  assert.match(versionProblem('soiree 0.0.9') ?? '', /version 0\.0\.9; .* 0\.1\.0 or later/);
  assert.match(versionProblem('hello') ?? '', /is it soiree/);
});
