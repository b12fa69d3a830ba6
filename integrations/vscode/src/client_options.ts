import type { LanguageClientOptions } from 'vscode-languageclient/node';

/** The languages of posts, schedules and `.soiree.yaml`. */
export const languages = ['markdown', 'mdx', 'yaml', 'json', 'soiree-tweet'] as const;

/** The server registers the file watchers it needs by itself. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: languages.map((language) => ({ scheme: 'file', language })),
    diagnosticCollectionName: 'soiree',
  };
}

export function serverArguments(more: readonly string[]): string[] {
  return ['lsp', ...more];
}
