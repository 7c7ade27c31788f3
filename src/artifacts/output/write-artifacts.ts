import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { fsyncPath } from '../../files/fsync-path.ts';
import { carryForeignFiles } from './foreign-files.ts';
import { hold, release } from './hold.ts';
import type { Output } from './output.ts';
import { recover } from './recover.ts';
import { rescueForeignFiles } from './rescue.ts';
import { type Amount, stage } from './stage.ts';
import { syncTree } from './sync-tree.ts';
import { knownFiles, locateTarget, removeEmptyFolders } from './target-folder.ts';
import { type WorkFolder, workFolderOf } from './work-folder.ts';

/** The manifest is counted among the files. */
export interface Written extends Amount {
  /** Files in the folder that heddle did not write; they were kept. */
  readonly foreign: number;
}

/** Puts the new tree in the place of the old one, each step down to the disk before the next. */
function swap(work: WorkFolder, target: string, exists: boolean): void {
  const parent = dirname(target);
  syncTree(work.new);
  fsyncPath(work.path);
  fsyncPath(parent);
  if (exists) renameSync(target, work.old);
  renameSync(work.new, target);
  fsyncPath(parent);
  fsyncPath(work.path);
}

/** Writes beside the target, then swaps. */
function stageAndSwap(work: WorkFolder, target: string, output: Output): Written {
  const shown = output.target;
  // Looked at only now, as recovery may have put an old output back.
  const exists = existsSync(target);
  const known = exists ? knownFiles(target, shown) : new Set<string>();
  const amount = stage(work.new, output);
  output.beforeSwap?.();
  return attempt(`write ${shown}`, () => {
    const foreign = exists ? carryForeignFiles(target, work.new, known, shown) : 0;
    swap(work, target, exists);
    if (exists) rescueForeignFiles(work.old, target, known);
    return { ...amount, foreign };
  });
}

/** Makes the folder that the target lies in, down to the disk. Returns the outermost that was not there. */
function makeParent(parent: string): string | undefined {
  const made = mkdirSync(parent, { recursive: true });
  if (made === undefined) return undefined;
  for (let folder = parent; folder.startsWith(dirname(made)); folder = dirname(folder)) {
    fsyncPath(folder);
    if (folder === dirname(folder)) break;
  }
  return made;
}

/**
 * Writes an output whole or not at all: beside the target first, then in its place by renaming.
 * Whatever fails, even the process or the power, the folder holds the old output or the new one; what a killed
 * process left beside it is cleared up by the next build, and `settleOutput` closes the moment between the two
 * renames. Files in the folder that heddle did not write stay.
 * @throws ExpectedError when the folder is not an output of heddle, cannot be written, or another process writes it.
 */
export function writeArtifacts(output: Output): Written {
  const shown = output.target;
  const target = locateTarget(shown, 'write');
  const parent = dirname(target);
  const work = workFolderOf(target);
  let made: string | undefined;
  let isHeld = false;
  try {
    made = attempt(`write ${shown}`, () => makeParent(parent));
    attempt(`write beside ${shown}`, () => hold(work, shown, output));
    isHeld = true;
    attempt(`clear up what a killed build left beside ${shown}`, () => recover(work, target));
    const written = stageAndSwap(work, target, output);
    attempt(`remove the old output beside ${shown}`, () => release(work));
    return written;
  } catch (error) {
    try {
      if (isHeld) {
        recover(work, target);
        release(work);
      }
      removeEmptyFolders(parent, made);
    } catch {
      // What went wrong first is what the user must know; the next build clears up.
    }
    throw error;
  }
}
