import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { fsyncPath } from '../../files/fsync-path.ts';
import { withManifest } from './manifest.ts';
import type { Output } from './output.ts';
import { entriesOf } from './tree-entries.ts';

/** How much was written. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** Mode of a file that only its owner may read. */
const secretMode = 0o600;

/** Writes a file that is not there yet, down to the disk. */
function writeDown(file: string, content: string, isSecret: boolean): void {
  const descriptor = openSync(file, 'wx', isSecret ? secretMode : 0o666);
  try {
    writeFileSync(descriptor, content);
    // One by one: no slower than all at the end, and it waits for no other program's data as syncfs would.
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes the files of an output, the manifest last, below a folder that does not exist yet. */
export function stage(folder: string, { target, artifacts, origin }: Output): Amount {
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const { path, content, isSecret } of withManifest(artifacts, origin)) {
    attempt(`write ${target}/${path}`, () => {
      const file = join(folder, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeDown(file, content, isSecret ?? false);
    });
    files++;
    bytes += Buffer.byteLength(content);
  }
  return { files, bytes };
}

/** Waits until the names in all folders of a tree are on the disk. */
export function fsyncFolders(tree: string): void {
  for (const { path, kind } of entriesOf(tree)) if (kind.endsWith('folder')) fsyncPath(join(tree, path));
  fsyncPath(tree);
}
