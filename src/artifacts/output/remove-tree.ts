import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

function openFolders(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openFolders(join(folder, entry.name));
  }
}

/** Removes a folder with all that is in it, also where folders in it are read-only; nothing when it is not there. */
export function removeTree(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
    openFolders(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}
