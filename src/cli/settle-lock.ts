import { ExpectedError } from '../diagnostics/expected-error.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { differences, printLock, readLock } from '../lock/index.ts';
import type { LockState } from '../pipeline/use-lock.ts';
import type { Session } from './session.ts';
import { countOf } from './tally.ts';

/** Most entries that are named one by one. */
const mostNamed = 20;

/** Prints what of a lock file would change. */
function printDifferences(session: Session, { path, before, after }: LockState): number {
  const { added, changed, removed } = differences(before, after);
  const all = [
    ...changed.map((key) => `changed ${key}`),
    ...removed.map((key) => `removed ${key}`),
    ...added.map((key) => `added   ${key}`),
  ];
  for (const line of all.slice(0, mostNamed)) session.print(`${line}\n`);
  if (all.length > mostNamed) session.print(`… and ${countOf(all.length - mostNamed, 'more entry', 'more entries')}\n`);
  if (all.length > 0) session.tell(`${path} would change in ${countOf(all.length, 'entry', 'entries')}.\n`);
  return all.length;
}

/** How the lock file differs from what the build would leave; undefined when it does not. */
export function lockDifference({ before, after }: LockState): 'missing' | 'changed' | undefined {
  if (!before) return 'missing';
  const { added, changed, removed } = differences(before, after);
  return added.length + changed.length + removed.length > 0 ? 'changed' : undefined;
}

/** True when the lock file is what the build would leave; else says what would change. */
export function isSettled(session: Session, lock: LockState): boolean {
  return printDifferences(session, lock) === 0;
}

/**
 * Writes the lock file where it changes: before the output takes its place, so that no address is in use that is not held.
 * @throws ExpectedError when it cannot be written, or is no longer the one that the build started from.
 */
export function settleLock(file: string, { path, before, after }: LockState): void {
  const text = printLock(after);
  const { lock } = readLock(file);
  const now = lock && printLock(lock);
  // Another build of the same file may have left just this.
  if (now === text) return;
  if (now !== (before && printLock(before))) {
    throw new ExpectedError(`${path} changed while the build ran`, {
      hint: 'Build again: it then starts from the new one.',
    });
  }
  writeFileAtomically(path, text);
}
