import { chmodSync, linkSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { manifestName } from './manifest.ts';
import { type Entry, entriesOf } from './tree-entries.ts';

/** What of an old tree is not heddle's; folders with something in them come too. */
export function* foreignEntries(oldTree: string, known: ReadonlySet<string>): Generator<Entry> {
  for (const entry of entriesOf(oldTree)) if (!known.has(entry.path) && entry.path !== manifestName) yield entry;
}

/** Sets one foreign entry into the new tree; false when a file of the new tree is in its way. */
function carry(entry: Entry, from: string, to: string): boolean {
  if (entry.kind === 'empty-folder') {
    mkdirSync(to, { recursive: true });
    return true;
  }
  if (lstatSync(to, { throwIfNoEntry: false })) return false;
  mkdirSync(dirname(to), { recursive: true });
  if (entry.kind === 'link') symlinkSync(readlinkSync(from), to);
  else {
    try {
      linkSync(from, to);
    } catch {
      // Where the system gives a file no second name, it is moved after the swap.
    }
  }
  return true;
}

/** Gives folders of the new tree the mode that the old ones have: a person may have closed one. */
function carryModes(oldTree: string, newTree: string, folders: readonly string[]): void {
  // From the innermost, as a closed folder cannot be entered.
  for (const path of folders.toReversed()) {
    const mode = lstatSync(join(oldTree, path)).mode & 0o7777;
    const stats = lstatSync(join(newTree, path), { throwIfNoEntry: false });
    if (stats?.isDirectory() && (stats.mode & 0o7777) !== mode) chmodSync(join(newTree, path), mode);
  }
}

/**
 * Takes over what heddle did not write from the old tree into the new one; the old one stays as it is.
 * @param known files of the old tree that are heddle's.
 * @returns the number of files taken over.
 * @throws ExpectedError when the new output has a file in the same place.
 */
export function carryForeignFiles(oldTree: string, newTree: string, known: ReadonlySet<string>, shown: string): number {
  let count = 0;
  const folders = [''];
  for (const entry of foreignEntries(oldTree, known)) {
    if (entry.kind === 'folder' || entry.kind === 'empty-folder') folders.push(entry.path);
    if (entry.kind === 'folder') continue;
    let carried: boolean;
    try {
      carried = carry(entry, join(oldTree, entry.path), join(newTree, entry.path));
    } catch (error) {
      // A file of the output where the foreign one has a folder.
      if (!['ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      carried = false;
    }
    if (!carried) {
      throw new ExpectedError(`Cannot write ${shown}: the file ${shown}/${entry.path} there is not heddle's`, {
        hint: 'the output needs its place; move it away',
      });
    }
    if (entry.kind !== 'empty-folder') count++;
  }
  carryModes(oldTree, newTree, folders);
  return count;
}
