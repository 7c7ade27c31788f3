import { releaseResting } from '../../lock/index.ts';
import type { LockState } from '../../pipeline/use-lock.ts';
import { settleLock } from '../settle-lock.ts';
import type { Session } from '../session.ts';
import { countOf } from '../tally.ts';

/**
 * Gives back what rests in the lock file: allocations of what is no longer there.
 * @returns whether there was any.
 * @throws ExpectedError when the lock file cannot be written.
 */
export function releaseLock(session: Session, file: string, { path, before }: LockState): boolean {
  const count = before?.resting.size ?? 0;
  if (!before || count === 0) {
    session.tell(`Nothing rests in ${path}.\n`);
    return false;
  }
  settleLock(file, { path, before, after: releaseResting(before) });
  session.tell(`${countOf(count, 'allocation')} given back in ${path}: others can have them now.\n`);
  return true;
}
