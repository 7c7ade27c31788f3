import type { Family } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ExpectedNeighbors } from '../../targets/target.ts';
import type { OutsideSessions } from './outside-sessions.ts';
import { type State, liveWires, switchOf } from './state.ts';
import { type Wire, isTransit } from './wiring.ts';

/** What switches must see at one moment of a change. */
export interface Expectations {
  readonly neighborsOf: (device: string) => ExpectedNeighbors;
  /** Equal next hops from one leaf to another. */
  readonly nextHops: (device: string, leaf: string) => number;
}

/** What the switches of a fabric speak: iBGP over OSPF, eBGP on every link, or neither; and which families. */
export interface Speech {
  readonly protocols: 'ospf-ibgp' | 'ebgp' | 'none';
  readonly families: readonly Family[];
}

/** What the switches of a plan speak. */
export function speechOf({ fabric }: Plan): Speech {
  const { links, autonomousSystems } = fabric.traits;
  const routed = autonomousSystems === 'each' ? 'ebgp' : 'ospf-ibgp';
  return {
    protocols: links === 'routed' ? routed : 'none',
    families: fabric.pools.loopbacks.map(({ prefix }) => prefix.base.family),
  };
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
      const far = switchOf(state, next);
      if (!far || !isTransit(far)) continue;
      distances.set(next, distances.get(device)! + 1);
      queue.push(next);
    }
  }
  return distances;
}

/** @param outside sessions with what is no switch, which a switch with its new config has. */
export function expectationsAt(
  state: State,
  { protocols, families }: Speech,
  outside: OutsideSessions = new Map(),
): Expectations {
  const ospfOf = (count: number): ExpectedNeighbors => ({
    ...(families.includes(4) ? { ospf: count } : {}),
    ...(families.includes(6) ? { ospf3: count } : {}),
  });
  /** How many a switch has with its old config, is not known: then they are not counted. */
  const bgpOf = (device: string, count: number): ExpectedNeighbors => {
    const others = outside.get(device);
    if (others && state.running.get(device) === 'old') return {};
    return {
      ...(families.includes(4) ? { bgp: count + (others?.get(4) ?? 0) } : {}),
      ...(families.includes(6) ? { bgp6: count + (others?.get(6) ?? 0) } : {}),
    };
  };
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
    if (protocols === 'none') return 0;
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
      // The leafs of a rack have one adjacency, however many cables are between them.
      const adjacencies = routed.length + (own.length > routed.length ? 1 : 0);
      if (protocols === 'none') return { cables: own.length };
      if (protocols === 'ebgp') return { cables: own.length, ...bgpOf(device, adjacencies) };
      return {
        cables: own.length,
        ...ospfOf(adjacencies),
        ...bgpOf(device, new Set(sessions).size),
      };
    },
  };
}
