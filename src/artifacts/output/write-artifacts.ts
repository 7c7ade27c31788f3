import { chmodSync, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from '../../files/attempt.ts';
import { carryForeignFiles } from './foreign-files.ts';
import { withManifest } from './manifest.ts';
import type { Output } from './output.ts';
import { knownFiles, locateTarget, removeEmptyFolders } from './target-folder.ts';
import { type WorkFolder, removeWorkFolder, takeWorkFolder } from './work-folder.ts';

export interface Written {
  /** The manifest among them. */
  readonly files: number;
  readonly bytes: number;
  /** Files in the folder that heddle did not write; they were kept. */
  readonly foreign: number;
}

/** Writes the files below a folder that does not exist yet. */
function writeTree(folder: string, { target, artifacts, origin }: Output): { files: number; bytes: number } {
  const made = new Set<string>();
  let files = 0;
  let bytes = 0;
  for (const { path, content, isSecret } of withManifest(artifacts, origin)) {
    attempt(`write ${target}/${path}`, () => {
      const file = join(folder, path);
      const parent = dirname(file);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      writeFileSync(file, content, isSecret ? { mode: 0o600 } : {});
    });
    files++;
    bytes += Buffer.byteLength(content);
  }
  return { files, bytes };
}

/** Puts the new tree in the place of the old one. */
function swap(work: WorkFolder, target: string, exists: boolean): void {
  if (exists) {
    chmodSync(work.new, statSync(target).mode & 0o7777);
    renameSync(target, work.old);
  }
  renameSync(work.new, target);
}

/** Writes beside the target, then swaps. */
function stageAndSwap(work: WorkFolder, target: string, output: Output): Written {
  const shown = output.target;
  // Looked at only now, as taking the work folder may have put an old output back.
  const exists = existsSync(target);
  const known = exists ? knownFiles(target, shown) : new Set<string>();
  const written = writeTree(work.new, output);
  return attempt(`write ${shown}`, () => {
    const foreign = exists ? carryForeignFiles(target, work.new, known, shown) : 0;
    swap(work, target, exists);
    return { ...written, foreign };
  });
}

/**
 * Writes an output whole or not at all: beside the target first, then in its place by renaming.
 * Whatever fails, even the process, the folder holds the old output or the new one; what a killed process
 * left beside it is cleared up by the next. Files in the folder that heddle did not write stay.
 * @throws ExpectedError when the folder is not an output of heddle, or cannot be written.
 */
export function writeArtifacts(output: Output): Written {
  const shown = output.target;
  const target = locateTarget(shown);
  const parent = dirname(target);
  let made: string | undefined;
  let work: WorkFolder | undefined;
  try {
    made = attempt(`write ${shown}`, () => mkdirSync(parent, { recursive: true }));
    work = attempt(`write ${shown}`, () => takeWorkFolder(target, shown));
    const written = stageAndSwap(work, target, output);
    attempt(`clear up beside ${shown}`, () => removeWorkFolder(work!, target));
    return written;
  } catch (error) {
    try {
      if (work) removeWorkFolder(work, target);
      removeEmptyFolders(parent, made);
    } catch {
      // What went wrong first is what the user must know; the next build clears up.
    }
    throw error;
  }
}
