import { lstatSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { attempt } from '../../files/attempt.ts';
import { manifestName, readManifest } from './manifest.ts';

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // Below a file; that file comes next.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

/**
 * Full path of the target with every symbolic link on the way followed; the last parts of it need not be there.
 * @param doing what is to be done with it, for the message.
 * @throws ExpectedError for a file in the way, and for a link to nothing.
 */
export function locateTarget(shown: string, doing: 'read' | 'write'): string {
  const path = resolve(shown);
  return attempt(`${doing} ${shown}`, () => {
    let there = path;
    while (!isThere(there)) there = dirname(there);
    const subject = there === path ? 'it' : isAbsolute(shown) ? there : relative('', there);
    let real: string;
    try {
      real = realpathSync(there);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
      const message = `Cannot ${doing} ${shown}: ${subject} is a symbolic link to something that is not there`;
      throw new ExpectedError(message, { hint: 'make the folder that it leads to, or remove the link', cause });
    }
    if (!statSync(real).isDirectory())
      throw new ExpectedError(`Cannot ${doing} ${shown}: ${subject} is a file, not a directory`);
    return join(real, relative(there, path));
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
