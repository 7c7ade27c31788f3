import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { fsyncPath } from '../../files/fsync-path.ts';
import { isRunning } from '../../files/is-running.ts';
import { type Holder, describeHolder, holderName, holderOf, isAlive, successorName, thisHolder } from './holder.ts';
import { removeTree } from './remove-tree.ts';
import type { WorkFolder } from './work-folder.ts';

/** How a process waits for another one that writes the same output. */
export interface Waiting {
  /** Longest wait in milliseconds; 5,000 when absent. */
  readonly patience?: number;
  /** Told once, before the wait: who has it. */
  readonly onWait?: (who: string) => void;
}

const defaultPatience = 5000;
/** Between two looks, in milliseconds. */
const pause = 50;

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Removes what processes left beside the folder that were killed while they took it or gave it back. */
function sweep(work: WorkFolder): void {
  const parent = dirname(work.path);
  const prefix = `${basename(work.path)}-`;
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    if (!/^\d+$/.test(pid)) continue;
    const holder = holderOf(join(parent, name));
    if (holder ? !isAlive(holder) : !isRunning(Number(pid))) removeTree(join(parent, name));
  }
}

/** Moves the folder that was made ready into its place, which works for one process only; false when it is taken. */
function claim(work: WorkFolder): boolean {
  try {
    renameSync(work.aside, work.path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}

/** Takes a folder over from a dead holder, as it is; false when another process was faster. */
function takeOver(work: WorkFolder, dead: Holder, me: Holder): boolean {
  const own = join(work.aside, holderName);
  const successor = join(work.path, successorName(dead));
  try {
    linkSync(own, successor);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    // A file system without hard links.
    writeFileSync(successor, readFileSync(own), { flag: 'wx' });
  }
  if (holderOf(work.path)?.id === me.id) return true;
  // Meanwhile the folder was given back, and this is that of another process.
  rmSync(successor, { force: true });
  return false;
}

function prepare(work: WorkFolder, me: Holder): void {
  removeTree(work.aside);
  // Nobody else looks in: the output may hold secrets, and its folder may be closed.
  mkdirSync(work.aside, { mode: 0o700 });
  writeFileSync(join(work.aside, holderName), `${JSON.stringify(me)}\n`);
  fsyncPath(join(work.aside, holderName));
  fsyncPath(work.aside);
}

function acquire(work: WorkFolder, shown: string, me: Holder, { patience, onWait }: Waiting): void {
  const end = Date.now() + (patience ?? defaultPatience);
  let told = false;
  while (!claim(work)) {
    const holder = holderOf(work.path);
    if (!holder) {
      if (!existsSync(work.path)) continue;
      throw new ExpectedError(`Cannot write ${shown}: ${work.path} is in the way and not heddle's`);
    }
    if (!isAlive(holder)) {
      if (takeOver(work, holder, me)) return;
      continue;
    }
    const who = describeHolder(holder);
    if (Date.now() >= end) {
      throw new ExpectedError(`Cannot write ${shown}: ${who}`, {
        hint: `wait for it; if that process is not heddle, delete ${work.path}`,
      });
    }
    if (!told) onWait?.(who);
    told = true;
    sleep(pause);
  }
}

/**
 * Takes the work folder of a target; waits while another process has it. From a process that was killed it is
 * taken over with all that is in it.
 * @throws ExpectedError when the wait is too long: it says who has it.
 */
export function hold(work: WorkFolder, shown: string, waiting: Waiting): void {
  const me = thisHolder();
  try {
    sweep(work);
    prepare(work, me);
    acquire(work, shown, me, waiting);
  } finally {
    removeTree(work.aside);
  }
}

/** Gives the work folder back, at once, and then removes it. */
export function release(work: WorkFolder): void {
  if (!existsSync(work.path)) return;
  renameSync(work.path, work.aside);
  removeTree(work.aside);
}
