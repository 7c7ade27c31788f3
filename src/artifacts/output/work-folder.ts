import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';

/**
 * A folder beside the target, in the same file system, that exists only while an output is written.
 * It holds the number of the writing process, the new tree, and during the swap the old one.
 * One process at a time can have it.
 */
export interface WorkFolder {
  readonly path: string;
  readonly new: string;
  readonly old: string;
}

function workFolderOf(target: string): WorkFolder {
  const path = join(dirname(target), `.${basename(target)}.heddle`);
  return { path, new: join(path, 'new'), old: join(path, 'old') };
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ownerOf(work: WorkFolder): number {
  try {
    return Number(readFileSync(join(work.path, 'pid'), 'utf8'));
  } catch {
    return 0;
  }
}

/** Puts the old tree back if the swap was broken off in its middle, and removes the work folder. */
export function removeWorkFolder(work: WorkFolder, target: string): void {
  if (existsSync(work.old) && !existsSync(target)) renameSync(work.old, target);
  rmSync(work.path, { recursive: true, force: true });
}

/**
 * Takes the work folder of a target; clears up after a process that was killed.
 * @throws ExpectedError while another process has it.
 */
export function takeWorkFolder(target: string, shown: string): WorkFolder {
  const work = workFolderOf(target);
  // Made under another name first: the rename is what only one process can do, and then the number is inside.
  const fresh = `${work.path}-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    writeFileSync(join(fresh, 'pid'), String(process.pid));
    if (existsSync(work.path)) {
      const owner = ownerOf(work);
      if (isRunning(owner)) {
        throw new ExpectedError(`Cannot write ${shown}: process ${owner} is writing it`, {
          hint: `wait for it; if that process is not heddle, delete ${work.path}`,
        });
      }
      removeWorkFolder(work, target);
    }
    renameSync(fresh, work.path);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  return work;
}
