import * as path from 'node:path';

/** What finding the program depends on; the tests make their own. */
export interface Surroundings {
  readonly folders: readonly string[];
  readonly home: string;
  readonly searchPath: string;
  readonly windows: boolean;
  /** In a folder the user does not trust, nothing inside of it may be run. */
  readonly trusted: boolean;
  readonly isProgram: (file: string) => boolean;
}

export type Search =
  | { readonly found: string }
  /** `setting`: the file that soiree.path names, when it is what is missing. */
  | { readonly found: undefined; readonly setting: string | undefined };

/** `~` at the beginning and `${workspaceFolder}` (the first folder) are replaced. */
export function expand(setting: string, around: Surroundings): string {
  const home = setting === '~' || /^~[\\/]/.test(setting) ? around.home + setting.slice(1) : setting;
  return home.replaceAll('${workspaceFolder}', () => around.folders[0] ?? '');
}

/** On Windows npm makes a `.cmd`, and a name may be given without its ending. */
function withEnding(file: string, around: Surroundings): string[] {
  if (!around.windows) return [file];
  return /\.(exe|cmd|bat)$/i.test(file) ? [file] : [`${file}.exe`, `${file}.cmd`];
}

function paths(around: Surroundings): path.PlatformPath {
  return around.windows ? path.win32 : path.posix;
}

function inFolder(folder: string, around: Surroundings): string[] {
  const environment = around.windows ? '.venv/Scripts' : '.venv/bin';
  return ['node_modules/.bin', environment].map((place) => paths(around).join(folder, place, 'soiree'));
}

function onPath(name: string, around: Surroundings): string[] {
  return around.searchPath
    .split(around.windows ? ';' : ':')
    // An empty or relative entry would mean the folder that is open.
    .filter((folder) => paths(around).isAbsolute(folder))
    .map((folder) => paths(around).join(folder, name));
}

function wantedFiles(wanted: string, around: Surroundings): string[] {
  if (paths(around).isAbsolute(wanted)) return [wanted];
  if (!/[\\/]/.test(wanted)) return onPath(wanted, around);
  return around.folders.slice(0, 1).map((folder) => paths(around).join(folder, wanted));
}

/** The setting decides alone when it is set; else the folders, then the PATH. */
export function findBinary(setting: string, around: Surroundings): Search {
  const first = (files: readonly string[]): string | undefined =>
    files.flatMap((file) => withEnding(file, around)).find(around.isProgram);
  if (setting.trim() !== '') {
    const wanted = expand(setting.trim(), around);
    const found = first(wantedFiles(wanted, around));
    return found === undefined ? { found, setting: wanted } : { found };
  }
  const inside = around.trusted ? around.folders.flatMap((folder) => inFolder(folder, around)) : [];
  const found = first([...inside, ...onPath('soiree', around)]);
  return found === undefined ? { found, setting: undefined } : { found };
}
