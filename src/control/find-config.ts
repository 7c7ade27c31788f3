import { existsSync, lstatSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import type { Overlay } from '../topology/read.ts';

export const configName = 'heddle.config.yaml';

/** True where something has the name, be it a link to what is not there: that is for the reader to say. */
function isNamed(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A folder that may not be looked into holds no config for anybody.
    return false;
  }
}

/**
 * Path of the config for a topology file, as messages show it: the nearest in its folder and above, up to the first
 * folder with a `.git`, which may have one too.
 */
export function findConfig(topologyFile: string, overlay?: Overlay): string | undefined {
  let shown = posix.dirname(topologyFile.replaceAll('\\', '/'));
  for (let folder = resolve(shown); ; folder = dirname(folder)) {
    const file = resolve(folder, configName);
    if (overlay?.has(file) || isNamed(file)) return posix.join(shown, configName);
    if (existsSync(resolve(folder, '.git')) || dirname(folder) === folder) return undefined;
    shown = posix.join(shown, '..');
  }
}
