import { existsSync } from 'node:fs';
import { dirname, posix, resolve } from 'node:path';
import type { Overlay } from '../topology/read.ts';

export const configName = 'heddle.config.yaml';

/**
 * Path of the config for a topology file, as messages show it: the nearest in its folder and above, up to the first
 * folder with a `.git`, which may have one too.
 */
export function findConfig(topologyFile: string, overlay?: Overlay): string | undefined {
  let shown = posix.dirname(topologyFile.replaceAll('\\', '/'));
  for (let folder = resolve(shown); ; folder = dirname(folder)) {
    const file = resolve(folder, configName);
    if (overlay?.has(file) || existsSync(file)) return posix.join(shown, configName);
    if (existsSync(resolve(folder, '.git')) || dirname(folder) === folder) return undefined;
    shown = posix.join(shown, '..');
  }
}
