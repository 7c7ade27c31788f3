import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { manifestName } from './manifest.ts';

type Kind = 'file' | 'link' | 'empty-folder';

interface Entry {
  /** Relative to the tree, with forward slashes. */
  readonly path: string;
  readonly kind: Kind;
}

/** What a tree holds: every file and link, and folders with nothing in them. */
function* entriesOf(tree: string, folder = ''): Generator<Entry> {
  const entries = readdirSync(join(tree, folder), { withFileTypes: true });
  if (entries.length === 0 && folder !== '') yield { path: folder, kind: 'empty-folder' };
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* entriesOf(tree, path);
    else yield { path, kind: entry.isSymbolicLink() ? 'link' : 'file' };
  }
}

/** Gives a file a second name; copies it where the file system cannot. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    cpSync(from, to, { preserveTimestamps: true });
  }
}

/** Sets one foreign entry into the new tree; false when a file of the new tree is in its way. */
function carry(entry: Entry, from: string, to: string): boolean {
  if (entry.kind === 'empty-folder') {
    mkdirSync(to, { recursive: true });
    return true;
  }
  if (existsSync(to)) return false;
  mkdirSync(dirname(to), { recursive: true });
  if (entry.kind === 'link') symlinkSync(readlinkSync(from), to);
  else linkOrCopy(from, to);
  return true;
}

/**
 * Takes over what heddle did not write from the old tree into the new one; the old one stays as it is.
 * @param known files of the old tree that are heddle's.
 * @returns the number of files taken over.
 * @throws ExpectedError when the new output has a file in the same place.
 */
export function carryForeignFiles(oldTree: string, newTree: string, known: ReadonlySet<string>, shown: string): number {
  let count = 0;
  for (const entry of entriesOf(oldTree)) {
    if (known.has(entry.path) || entry.path === manifestName) continue;
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
  return count;
}
