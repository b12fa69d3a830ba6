import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { clientOptions, languages } from '../src/client_options';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('the types are those of the oldest VS Code that may install the extension', () => {
  assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
});

test('it starts for every language that it hands to the server', () => {
  for (const language of languages) {
    assert.ok(manifest.activationEvents.includes(`onLanguage:${language}`), language);
  }
  assert.equal(clientOptions().documentSelector?.length, languages.length);
});

test('settings that name a program are not taken from an untrusted folder', () => {
  const restricted: string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
  assert.deepEqual(restricted, ['soiree.path', 'soiree.arguments']);
  for (const name of restricted) {
    assert.equal(manifest.contributes.configuration.properties[name].scope, 'machine-overridable');
  }
});

test('every setting says what it does', () => {
  for (const [name, setting] of Object.entries<Record<string, string>>(manifest.contributes.configuration.properties)) {
    assert.ok(setting['markdownDescription'], name);
  }
});

test('the page shows every setting and command', () => {
  const page = readFileSync('README.md', 'utf8');
  for (const name of Object.keys(manifest.contributes.configuration.properties)) {
    assert.ok(page.includes(`\`${name}\``), name);
  }
  for (const { category, title } of manifest.contributes.commands) {
    assert.ok(page.includes(`\`${category}: ${title}\``), title);
  }
});
