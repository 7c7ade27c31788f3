import { lstatSync, mkdirSync, readFileSync, readlinkSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foreignEntries } from './foreign-files.ts';
import type { Entry } from './tree-entries.ts';

function isSame(entry: Entry, from: string, to: string): boolean {
  const [a, b] = [lstatSync(from), lstatSync(to)];
  if (a.ino === b.ino && a.dev === b.dev) return true;
  if (entry.kind === 'link') return b.isSymbolicLink() && readlinkSync(from) === readlinkSync(to);
  return a.isFile() && b.isFile() && a.size === b.size && readFileSync(from).equals(readFileSync(to));
}

/** A name beside a file that nothing has. */
function freeName(path: string): string {
  let name = `${path}.kept`;
  for (let count = 2; lstatSync(name, { throwIfNoEntry: false }); count++) name = `${path}.kept-${count}`;
  return name;
}

/**
 * Moves what heddle did not write, and what is not yet in the new tree, out of the old tree before that is removed:
 * what a person saved there while the build was running, and what could not be in both trees at once. Where the new
 * tree has something else in the place, it comes beside that, as `<name>.kept`.
 * @param known files of the old tree that are heddle's.
 */
export function rescueForeignFiles(oldTree: string, newTree: string, known: ReadonlySet<string>): void {
  for (const entry of foreignEntries(oldTree, known)) {
    if (entry.kind === 'folder') continue;
    const from = join(oldTree, entry.path);
    const to = join(newTree, entry.path);
    const isThere = lstatSync(to, { throwIfNoEntry: false }) !== undefined;
    if (entry.kind === 'empty-folder') {
      if (!isThere) mkdirSync(to, { recursive: true });
      continue;
    }
    if (isThere && isSame(entry, from, to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, isThere ? freeName(to) : to);
  }
}
