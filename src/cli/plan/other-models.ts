import type { LockState } from '../../pipeline/use-lock.ts';

/** Switches that the lock knows as another model than they are now. */
export function otherModels({ before, after }: LockState): string[] {
  const prefix = 'platform/';
  return [...after.facts].flatMap(([key, model]) => {
    const old = key.startsWith(prefix) ? before?.facts.get(key) : undefined;
    return old === undefined || old === model ? [] : [key.slice(prefix.length)];
  });
}
