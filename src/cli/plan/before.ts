import { EarlierAllocations } from '../../fabric/earlier.ts';
import type { Allocations, Plan } from '../../plan/plan.ts';
import type { LockState } from '../../pipeline/use-lock.ts';

/** What the lock gives to whom, under the names of now; empty where there is no lock. */
export function allocationsBefore({ before }: LockState, { fabric }: Plan): Allocations {
  return new EarlierAllocations(before?.allocations).renamed(fabric.renames).all;
}

/** Switches that the lock knows as another model than they are now. */
export function otherModels({ before, after }: LockState): string[] {
  const prefix = 'platform/';
  return [...after.facts].flatMap(([key, model]) => {
    const old = key.startsWith(prefix) ? before?.facts.get(key) : undefined;
    return old === undefined || old === model ? [] : [key.slice(prefix.length)];
  });
}
