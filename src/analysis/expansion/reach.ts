import { type State, liveWires, switchOf } from './state.ts';
import { homeOf, isTransit } from './wiring.ts';

/**
 * What carries packets between racks at one moment. The switches above the leafs that are not drained, with the live
 * links among them, fall into parts that are connected within; leafs, those at the border too, carry nothing for others,
 * and what is said of a rack goes for a border leaf, which is one of its own. A rack's upstreams
 * are the switches above the leafs to which a leaf of it, not drained, has a live link; two leafs of a rack count together.
 */
export interface Reach {
  /** By rack: each of its upstreams, and the part that it is in. */
  readonly upstreams: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** By rack: the parts that it can reach. */
  readonly parts: ReadonlyMap<string, Parts>;
}

/** Parts by name; `key` is the same for the same ones. */
export interface Parts {
  readonly names: ReadonlySet<string>;
  readonly key: string;
}

const noParts: Parts = { names: new Set(), key: '' };

/** Names each switch's part by one of its members. */
function partsOf(edges: readonly (readonly [string, string])[]): (name: string) => string {
  const parent = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = name; at !== root;) {
      const next = parent.get(at)!;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [a, z] of edges) {
    const [from, to] = [find(a), find(z)];
    if (from !== to) parent.set(from, to);
  }
  return find;
}

export function reachOf(state: State): Reach {
  const up: [rack: string, upstream: string][] = [];
  const above: [string, string][] = [];
  for (const { a, z, prefix } of liveWires(state)) {
    if (prefix === undefined || state.drained.has(a.device) || state.drained.has(z.device)) continue;
    const [one, other] = [switchOf(state, a.device), switchOf(state, z.device)];
    if (!one || !other) continue;
    const [home, otherHome] = [homeOf(one), homeOf(other)];
    if (isTransit(one) && isTransit(other)) above.push([one.name, other.name]);
    else if (home !== undefined && isTransit(other)) up.push([home, other.name]);
    else if (otherHome !== undefined && isTransit(one)) up.push([otherHome, one.name]);
  }
  const partOf = partsOf(above);
  const upstreams = new Map<string, Map<string, string>>();
  for (const [rack, upstream] of up) {
    let own = upstreams.get(rack);
    if (!own) upstreams.set(rack, (own = new Map()));
    own.set(upstream, partOf(upstream));
  }
  const parts = new Map<string, Parts>();
  for (const [rack, own] of upstreams) {
    const names = new Set(own.values());
    parts.set(rack, { names, key: [...names].sort().join(' ') });
  }
  return { upstreams, parts };
}

/** Parts that a rack can reach. */
export function partsAt({ parts }: Reach, rack: string): Parts {
  return parts.get(rack) ?? noParts;
}

/** Paths of a rack to those that can reach `parts`: its upstreams in one of them. */
export function pathsInto({ upstreams }: Reach, rack: string, { names }: Parts): number {
  let paths = 0;
  for (const part of upstreams.get(rack)?.values() ?? []) if (names.has(part)) paths++;
  return paths;
}
