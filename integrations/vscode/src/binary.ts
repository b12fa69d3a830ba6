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

function names(around: Surroundings): readonly string[] {
  return around.windows ? ['soiree.exe'] : ['soiree'];
}

function inFolder(folder: string, around: Surroundings): string[] {
  const environment = around.windows ? path.join('.venv', 'Scripts') : path.join('.venv', 'bin');
  return [path.join('node_modules', '.bin'), environment].flatMap((place) =>
    names(around).map((name) => path.join(folder, place, name)),
  );
}

function onPath(around: Surroundings, searchPath: string): string[] {
  return searchPath
    .split(around.windows ? ';' : ':')
    // An empty or relative entry would mean the folder that is open.
    .filter((folder) => path.isAbsolute(folder))
    .flatMap((folder) => names(around).map((name) => path.join(folder, name)));
}

/** The setting decides alone when it is set; else the folders, then the PATH. */
export function findBinary(setting: string, around: Surroundings): Search {
  if (setting.trim() !== '') {
    const wanted = expand(setting.trim(), around);
    const files = path.isAbsolute(wanted)
      ? [wanted]
      : /[\\/]/.test(wanted)
        ? around.folders.slice(0, 1).map((folder) => path.join(folder, wanted))
        : onPath(around, around.searchPath).map((file) => path.join(path.dirname(file), wanted));
    const found = files.find(around.isProgram);
    return found === undefined ? { found, setting: wanted } : { found };
  }
  const inside = around.trusted ? around.folders.flatMap((folder) => inFolder(folder, around)) : [];
  const found = [...inside, ...onPath(around, around.searchPath)].find(around.isProgram);
  return found === undefined ? { found, setting: undefined } : { found };
}
