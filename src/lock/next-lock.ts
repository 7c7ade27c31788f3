import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { rowOf } from '../fabric/earlier.ts';
import type { Plan } from '../plan/plan.ts';
import { factsOf } from './facts.ts';
import type { Lock, ReadLock } from './lock.ts';
import { movedAllocation } from './problems.ts';

/**
 * The lock that a plan leaves.
 * @param digest gives the one over the input; called when the lock is written, which most runs do not come to.
 */
export function lockOf(plan: Plan, digest: () => string): Lock {
  const { fabric, allocations, resting } = plan;
  return {
    fabric: fabric.name,
    get input() {
      return digest();
    },
    facts: factsOf(plan),
    allocations,
    resting,
  };
}

/** A lock without what rests: it can be given to others. */
export function releaseResting(lock: Lock): Lock {
  return { ...lock, resting: new Map() };
}

/** Fact that decides about an allocation. */
function factKey(key: string): string {
  const [kind = '', first = '', second = ''] = key.split('/');
  const keys: Readonly<Record<string, string>> = {
    loopback: 'pool/loopbacks',
    loopback6: 'pool6/loopbacks',
    'host-loopback': 'pool/hostLoopbacks',
    'host-loopback6': 'pool6/hostLoopbacks',
    oob: 'pool/oob',
    oob6: 'pool6/oob',
    p2p: 'pool/p2pLinks',
    p2p6: 'pool6/p2pLinks',
    backup: 'pool/p2pLinks',
    backup6: 'pool6/p2pLinks',
    'vrf-p2p': 'pool/p2pLinks',
    'vrf-p2p6': 'pool6/p2pLinks',
    'vrf-backup': 'pool/p2pLinks',
    'vrf-backup6': 'pool6/p2pLinks',
    subnet: `network/${first}`,
    subnet6: `network6/${first}`,
    port: `platform/${second}`,
  };
  return keys[kind] ?? '';
}

/** Why an allocation moves: a fact that changed, or someone else who was given its place. */
function reason(key: string, value: string, lock: Lock, next: Lock, holders: ReadonlyMap<string, string>): string {
  const fact = factKey(key);
  const [before, after] = [lock.facts.get(fact), next.facts.get(fact)];
  if (before !== after)
    return `, because ${fact.replace('/', ' ')} changes from ${before ?? 'nothing'} to ${after ?? 'nothing'}`;
  const holder = holders.get(`${rowOf(key)} ${value}`);
  return holder === undefined || holder === key
    ? ''
    : `, because the topology gives ${value} to ${holder.split('/').slice(1).join(' ')}`;
}

/** What moves have in common that one report is enough for: switches that all change from one platform to another do. */
function causeOf(key: string, because: string, lock: Lock, next: Lock): string {
  const fact = factKey(key);
  return fact.startsWith('platform/') && lock.facts.get(fact) !== next.facts.get(fact)
    ? ` ${lock.facts.get(fact)} ${next.facts.get(fact)}`
    : because;
}

/** Allocations that a plan moves although they are in the lock: one report a kind and cause, at the first one's line there. */
export function findMoves(lock: ReadLock, next: Lock, earlier: ReadonlyMap<string, string>): Diagnostic[] {
  const moved = [...earlier].flatMap(([key, before]) => {
    const after = next.allocations.get(key);
    return after === undefined || after === before ? [] : [{ key, before, after }];
  });
  if (moved.length === 0) return [];
  const holders = new Map([...next.allocations].map(([key, value]) => [`${rowOf(key)} ${value}`, key]));
  const causes = new Map<string, { key: string; before: string; after: string; because: string; others: number }>();
  for (const { key, before, after } of moved) {
    const because = reason(key, before, lock, next, holders);
    const cause = `${key.slice(0, key.indexOf('/'))}${causeOf(key, because, lock, next)}`;
    const known = causes.get(cause);
    if (known) known.others++;
    else causes.set(cause, { key, before, after, because, others: 0 });
  }
  return [...causes.values()].map((one) => diagnose(movedAllocation, one, lock.spanOf(one.key)));
}

/** Every entry of a lock under its part: `allocations loopback/spine1`. */
function entriesOf(lock: Lock | undefined): Map<string, string> {
  const entries = new Map<string, string>();
  for (const part of ['facts', 'allocations', 'resting'] as const) {
    for (const [key, value] of lock?.[part] ?? []) entries.set(`${part} ${key}`, value);
  }
  return entries;
}

/** Keys by which two locks differ, in order; the digest of the input is not compared. */
export function differences(
  before: Lock | undefined,
  after: Lock,
): { readonly added: string[]; readonly changed: string[]; readonly removed: string[] } {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return {
    added: [...now.keys()].filter((key) => !old.has(key)).sort(),
    changed: [...now.keys()].filter((key) => old.has(key) && old.get(key) !== now.get(key)).sort(),
    removed: [...old.keys()].filter((key) => !now.has(key)).sort(),
  };
}
