import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Something in a tree of files. */
export interface Entry {
  /** Relative to the tree, with forward slashes. */
  readonly path: string;
  /** other: a socket, a named pipe, a device. */
  readonly kind: 'file' | 'link' | 'other' | 'folder' | 'empty-folder';
}

/** All that is below a folder; a folder comes before what is in it. */
export function* entriesOf(tree: string, folder = ''): Generator<Entry> {
  const entries = readdirSync(join(tree, folder), { withFileTypes: true });
  if (folder !== '') yield { path: folder, kind: entries.length === 0 ? 'empty-folder' : 'folder' };
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* entriesOf(tree, path);
    else yield { path, kind: entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other' };
  }
}
