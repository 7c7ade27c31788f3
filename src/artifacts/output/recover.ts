import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { fsyncPath } from '../../files/fsync-path.ts';
import { readManifest } from './manifest.ts';
import { removeTree } from './remove-tree.ts';
import { rescueForeignFiles } from './rescue.ts';
import type { WorkFolder } from './work-folder.ts';

/** Files that the manifests of the old and of the new tree name. */
function knownOf(...trees: readonly string[]): ReadonlySet<string> {
  const manifests = trees.map((tree) => readManifest(tree, tree)).filter((known) => typeof known === 'object');
  return new Set(manifests.flatMap((known) => [...known]));
}

/**
 * Ends what a writing that broke off left in a work folder that is held. Between the two renames of the swap the
 * old tree comes back; after them what others wrote into it comes into the new tree.
 */
export function recover(work: WorkFolder, target: string): void {
  removeTree(work.gone);
  if (existsSync(work.old)) {
    if (existsSync(target)) {
      rescueForeignFiles(work.old, target, knownOf(work.old, target));
      // Half removed it could not be told from files of others.
      renameSync(work.old, work.gone);
    } else renameSync(work.old, target);
    fsyncPath(dirname(target));
  }
  removeTree(work.new);
  removeTree(work.gone);
}
