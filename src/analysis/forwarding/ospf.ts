import type { OspfInterface } from '../../device/device.ts';
import { type Family, type Ip, type Prefix, formatPrefix, networkOf } from '../../ip/index.ts';
import type { Neighbourhood, Place } from './neighbours.ts';
import { type NextHop, type Route, subnetOf, uniqueNextHops } from './routes.ts';
import type { RoutedInterface, Router } from './routers.ts';

/** Cost of links of a router that asks others to go elsewhere (RFC 6987). */
const maximumMetric = 65535;

/** An adjacency as one of its ends sees it. */
export interface OspfAdjacency {
  readonly from: Place;
  readonly to: Place;
  readonly cost: number;
  /** Address of the far end; absent for version 3, whose neighbours have link-local ones. */
  readonly via?: Ip;
}

const settingsOf = (at: RoutedInterface, family: Family): OspfInterface | undefined =>
  family === 4 ? at.ospf : at.ospf3;

const processOf = (router: Router, family: Family) => (family === 4 ? router.ospf : router.ospf3);

/** True where two ends would become neighbours (RFC 2328, 10.5). */
function agree(a: OspfInterface, b: OspfInterface): boolean {
  return (
    !a.passive &&
    !b.passive &&
    a.area === b.area &&
    a.pointToPoint === b.pointToPoint &&
    a.helloInterval === b.helloInterval &&
    a.deadInterval === b.deadInterval &&
    a.authentication?.algorithm === b.authentication?.algorithm &&
    a.authentication?.keyId === b.authentication?.keyId
  );
}

/** The far end's address in the subnet that both ends share. */
function sharedAddress(own: RoutedInterface, far: RoutedInterface): Ip | undefined {
  for (const { ip, length } of own.addresses) {
    if (ip.family !== 4) continue;
    const other = far.addresses.find(
      (one) =>
        one.ip.family === 4 && one.length === length && networkOf(one.ip, length).value === networkOf(ip, length).value,
    );
    if (other) return other.ip;
  }
  return undefined;
}

/** Every adjacency of a family, from each of its ends, by router. */
export function ospfAdjacencies(
  routers: ReadonlyMap<string, Router>,
  neighbourhood: Neighbourhood,
  family: Family,
): Map<string, OspfAdjacency[]> {
  const found = new Map<string, OspfAdjacency[]>();
  for (const router of routers.values()) {
    const list: OspfAdjacency[] = [];
    found.set(router.name, list);
    if (!processOf(router, family)) continue;
    for (const at of router.interfaces.values()) {
      const own = settingsOf(at, family);
      if (!own) continue;
      for (const to of neighbourhood.across({ router, at })) {
        const theirs = settingsOf(to.at, family);
        if (!theirs || !processOf(to.router, family) || !agree(own, theirs) || at.one.mtu !== to.at.one.mtu) continue;
        const via = family === 4 ? sharedAddress(at, to.at) : undefined;
        if (family === 4 && !via) continue;
        const cost = router.drained ? maximumMetric : (own.cost ?? 1);
        list.push({ from: { router, at }, to, cost, ...(via ? { via } : {}) });
      }
    }
  }
  return found;
}

/** What a router announces: prefixes of its interfaces that OSPF runs on, with their cost. */
function announced(router: Router, family: Family): { readonly prefix: Prefix; readonly cost: number }[] {
  return [...router.interfaces.values()].flatMap((at) => {
    const settings = settingsOf(at, family);
    if (!settings) return [];
    const cost = settings.passive ? (settings.cost ?? 0) : (settings.cost ?? 1);
    return at.addresses.filter(({ ip }) => ip.family === family).map((own) => ({ prefix: subnetOf(own), cost }));
  });
}

interface Reached {
  readonly distance: number;
  readonly nextHops: readonly NextHop[];
}

/** Shortest paths from one router to all others, with every first hop of equal cost (RFC 2328, 16.1). */
function shortestPaths(from: string, adjacencies: ReadonlyMap<string, readonly OspfAdjacency[]>): Map<string, Reached> {
  const best = new Map<string, { distance: number; nextHops: NextHop[] }>([[from, { distance: 0, nextHops: [] }]]);
  const open = new Set([from]);
  const done = new Set<string>();
  while (open.size > 0) {
    let name = '';
    for (const one of open) if (name === '' || best.get(one)!.distance < best.get(name)!.distance) name = one;
    open.delete(name);
    done.add(name);
    const { distance, nextHops } = best.get(name)!;
    for (const { from: own, to, cost, via } of adjacencies.get(name) ?? []) {
      const far = to.router.name;
      if (done.has(far)) continue;
      const hops = name === from ? [{ interface: own.at.key, ...(via ? { via } : {}) }] : nextHops;
      const known = best.get(far);
      const total = distance + cost;
      if (!known || total < known.distance) {
        best.set(far, { distance: total, nextHops: [...hops] });
        open.add(far);
      } else if (total === known.distance) known.nextHops.push(...hops);
    }
  }
  return best;
}

/** OSPF routes of one router, with their cost. */
export type OspfTable = ReadonlyMap<string, { readonly route: Route; readonly cost: number }>;

/** OSPF routes of every router in one family. */
export function ospfTables(
  routers: ReadonlyMap<string, Router>,
  adjacencies: ReadonlyMap<string, readonly OspfAdjacency[]>,
  family: Family,
): Map<string, OspfTable> {
  const prefixes = [...routers.values()].map((router) => ({ name: router.name, own: announced(router, family) }));
  const tables = new Map<string, OspfTable>();
  for (const router of routers.values()) {
    const process = processOf(router, family);
    if (!process) continue;
    const reached = shortestPaths(router.name, adjacencies);
    const found = new Map<string, { prefix: Prefix; cost: number; nextHops: NextHop[] }>();
    for (const { name, own } of prefixes) {
      const path = reached.get(name);
      if (!path || name === router.name) continue;
      for (const { prefix, cost } of own) {
        const key = formatPrefix(prefix);
        const total = path.distance + cost;
        const known = found.get(key);
        if (!known || total < known.cost) found.set(key, { prefix, cost: total, nextHops: [...path.nextHops] });
        else if (total === known.cost) known.nextHops.push(...path.nextHops);
      }
    }
    tables.set(
      router.name,
      new Map(
        [...found].map(([key, { prefix, cost, nextHops }]) => {
          const hops = uniqueNextHops(nextHops).slice(0, process.maximumPaths);
          return [key, { cost, route: { prefix, protocol: 'ospf', nextHops: hops } }];
        }),
      ),
    );
  }
  return tables;
}
