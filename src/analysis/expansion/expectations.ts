import type { ExpectedNeighbors } from '../../targets/target.ts';
import { type State, liveWires, switchOf } from './state.ts';
import type { Wire } from './wiring.ts';

/** What switches must see at one moment of a change. */
export interface Expectations {
  readonly neighborsOf: (device: string) => ExpectedNeighbors;
  /** Equal next hops from one leaf to another. */
  readonly nextHops: (device: string, leaf: string) => number;
}

const tiers = { leaf: 0, border: 0, spine: 1, superspine: 2 } as const;

/** Switches above the leafs, by their distance in links from a leaf. Drained ones are no way through. */
function distancesFrom(leaf: string, state: State, wiresAt: (device: string) => readonly Wire[]): Map<string, number> {
  const distances = new Map([[leaf, 0]]);
  const queue = [leaf];
  for (const device of queue) {
    for (const { a, z, prefix } of wiresAt(device)) {
      const next = a.device === device ? z.device : a.device;
      if (prefix === undefined || distances.has(next) || state.drained.has(next)) continue;
      if (switchOf(state, next)?.role === 'leaf') continue;
      distances.set(next, distances.get(device)! + 1);
      queue.push(next);
    }
  }
  return distances;
}

export function expectationsAt(state: State): Expectations {
  const byDevice = new Map<string, Wire[]>();
  for (const wire of liveWires(state)) {
    for (const { device } of [wire.a, wire.z]) {
      const own = byDevice.get(device);
      if (own) own.push(wire);
      else byDevice.set(device, [wire]);
    }
  }
  const wiresAt = (device: string): readonly Wire[] => byDevice.get(device) ?? [];
  const distances = new Map<string, Map<string, number>>();
  const nextHops = (device: string, leaf: string): number => {
    let found = distances.get(leaf);
    if (!found) distances.set(leaf, (found = distancesFrom(leaf, state, wiresAt)));
    const ways = wiresAt(device).flatMap(({ a, z, prefix }) => {
      const distance = prefix === undefined ? undefined : found.get(a.device === device ? z.device : a.device);
      return distance === undefined ? [] : [distance];
    });
    return ways.filter((distance) => distance === Math.min(...ways)).length;
  };
  return {
    nextHops,
    neighborsOf(device) {
      const own = wiresAt(device);
      const routed = own.filter(({ prefix }) => prefix !== undefined);
      const tier = tiers[switchOf(state, device)?.role ?? 'leaf'];
      const sessions = routed
        .map(({ a, z }) => (a.device === device ? z.device : a.device))
        .filter((name) => Math.abs(tiers[switchOf(state, name)?.role ?? 'leaf'] - tier) === 1);
      return {
        cables: own.length,
        // The leafs of a rack have one adjacency, however many cables are between them.
        ospf: routed.length + (own.length > routed.length ? 1 : 0),
        bgp: new Set(sessions).size,
      };
    },
  };
}
