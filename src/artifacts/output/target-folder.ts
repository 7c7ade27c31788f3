import { lstatSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { attempt } from '../../files/attempt.ts';
import { manifestName, readManifest } from './manifest.ts';

/** Full path of the target: of the folder itself, where it is a symbolic link. Refuses a file. */
export function locateTarget(shown: string): string {
  const path = resolve(shown);
  return attempt(`write ${shown}`, () => {
    if (!lstatSync(path, { throwIfNoEntry: false })) return path;
    const target = realpathSync(path);
    if (!statSync(target).isDirectory())
      throw new ExpectedError(`Cannot write ${shown}: it is a file, not a directory`);
    return target;
  });
}

/**
 * Heddle's own files in a folder that is there.
 * @throws ExpectedError when something is in it and heddle did not write it.
 */
export function knownFiles(folder: string, shown: string): ReadonlySet<string> {
  const known = readManifest(folder, shown);
  if (typeof known === 'object') return known;
  const empty = attempt(`read ${shown}`, () => readdirSync(folder).length === 0);
  if (empty) return new Set();
  const what =
    known === 'absent' ? `has files in it but no ${manifestName}` : `has a ${manifestName} of something else`;
  throw new ExpectedError(`Cannot write ${shown}: it is not an output of heddle, as it ${what}`, {
    hint: 'choose another folder with -o, or move this one away',
  });
}

/** Removes folders that were made for nothing, from the innermost to the outermost; those in use stay. */
export function removeEmptyFolders(innermost: string, outermost: string | undefined): void {
  if (outermost === undefined) return;
  try {
    for (let folder = innermost; folder.startsWith(outermost); folder = dirname(folder)) rmdirSync(folder);
  } catch {
    // Something else is in it by now.
  }
}
