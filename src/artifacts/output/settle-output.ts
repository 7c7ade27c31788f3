import { existsSync } from 'node:fs';
import { attempt } from '../../files/attempt.ts';
import { type Waiting, hold, release } from './hold.ts';
import { recover } from './recover.ts';
import { locateTarget } from './target-folder.ts';
import { workFolderOf } from './work-folder.ts';

/**
 * To be called before an output is read: a build that was killed between the two renames of its swap left the
 * output under another name, and this puts it back. Else it writes nothing.
 * @returns full path of the output, which need not be there.
 * @throws ExpectedError when it cannot be put back.
 */
export function settleOutput(shown: string, waiting: Waiting = {}): string {
  const target = locateTarget(shown, 'read');
  const work = workFolderOf(target);
  if (existsSync(target) || !existsSync(work.old)) return target;
  attempt(`put ${shown} back, which a build that was killed left beside it`, () => {
    hold(work, shown, waiting);
    recover(work, target);
    release(work);
  });
  return target;
}
