import {
  type Stats,
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { attempt } from './attempt.ts';
import { fsyncPath } from './fsync-path.ts';
import { isRunning } from './is-running.ts';

/** The file behind the path, and what it is now; refuses what is no file and what may not be written. */
function locateFile(shown: string): { file: string; before: Stats | undefined } {
  const path = resolve(shown);
  if (!lstatSync(path, { throwIfNoEntry: false })) return { file: path, before: undefined };
  let file: string;
  try {
    file = realpathSync(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new ExpectedError(`Cannot write ${shown}: it is a symbolic link to something that is not there`, { cause });
  }
  const before = statSync(file);
  if (before.isDirectory()) throw new ExpectedError(`Cannot write ${shown}: it is a directory`);
  if (!before.isFile()) throw new ExpectedError(`Cannot write ${shown}: it is no plain file`);
  // A rename would not ask the file itself.
  accessSync(file, constants.W_OK);
  return { file, before };
}

/** Removes what killed processes left of their writing of this file. */
function removeLeftovers(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    const pid = name.slice(prefix.length);
    if (/^\d+$/.test(pid) && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

/** Writes a file that is not there yet, down to the disk, with the mode and owner of another. */
function writeFresh(file: string, text: string, like: Stats | undefined): void {
  const descriptor = openSync(file, 'wx');
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  if (!like) return;
  const { uid, gid } = statSync(file);
  // Root writing for another user.
  if (uid !== like.uid || gid !== like.gid) {
    try {
      chownSync(file, like.uid, like.gid);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    }
  }
  chmodSync(file, like.mode & 0o7777);
}

/**
 * Writes a text file whole or not at all: beside it first, then in its place by renaming, each down to the disk.
 * A killed process or a loss of power leaves the old file or the new one. A symbolic link stays one: the file it
 * leads to is written. Mode and owner of an old file stay.
 * @throws ExpectedError when the folder is not there, the disk is full, or the system refuses otherwise.
 */
export function writeFileAtomically(path: string, text: string): void {
  attempt(`write ${path}`, () => {
    const { file, before } = locateFile(path);
    const folder = dirname(file);
    const prefix = `.${basename(file)}.heddle-`;
    removeLeftovers(folder, prefix);
    const fresh = join(folder, `${prefix}${process.pid}`);
    try {
      writeFresh(fresh, text, before);
      renameSync(fresh, file);
    } catch (error) {
      rmSync(fresh, { force: true });
      throw error;
    }
    fsyncPath(folder);
  });
}
