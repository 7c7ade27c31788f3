import type { Device } from '../../device/device.ts';
import { type Family, type Ip, formatPrefix } from '../../ip/index.ts';
import { type BgpTables, type HeardOutside, runBgp } from './bgp.ts';
import type { BgpNextHop, Path } from './bgp-path.ts';
import { type ExternalRouter, type Session, SessionFinder, tableName } from './bgp-sessions.ts';
import { Neighbourhood } from './neighbours.ts';
import { type OspfAdjacency, type OspfTable, ospfAdjacencies, ospfTables } from './ospf.ts';
import { type NextHop, type Route, type Table, longestMatch, subnetOf, uniqueNextHops } from './routes.ts';
import { type Failures, type Router, routersOf } from './routers.ts';

const families: readonly Family[] = [4, 6];

/** What a fabric does with packets, as its devices are configured. */
export interface Forwarding {
  /** Routes of every routing table: by router, or `<router>|<vrf>`; then by prefix. */
  readonly tables: ReadonlyMap<string, Table>;
  /** By family and router, from each end. */
  readonly adjacencies: ReadonlyMap<Family, ReadonlyMap<string, readonly OspfAdjacency[]>>;
  readonly sessions: readonly Session[];
  readonly heardOutside: HeardOutside;
}

/** How much a protocol's word counts against another's for the same prefix: the lower wins. */
const distance = { connected: 0, ebgp: 20, ospf: 110, ibgp: 200, local: 200 } as const;

function connectedRoutes(router: Router, vrf: string | undefined): Map<string, Route> {
  const table = new Map<string, Route>();
  for (const at of router.interfaces.values()) {
    if (at.vrf !== vrf) continue;
    for (const address of at.addresses) {
      const prefix = subnetOf(address);
      table.set(formatPrefix(prefix), { prefix, protocol: 'connected', nextHops: [{ interface: at.key }] });
    }
  }
  return table;
}

/** Next hops of the interior routes to an address, over as many steps as it takes. */
function resolve(interior: Table, ip: Ip): readonly NextHop[] | undefined {
  const route = longestMatch(interior, ip);
  if (!route) return undefined;
  return route.protocol === 'connected' ? route.nextHops.map((hop) => ({ ...hop, via: ip })) : route.nextHops;
}

/** Interior routes of every router: connected ones, and OSPF's. */
function interiorTables(
  routers: ReadonlyMap<string, Router>,
  ospf: ReadonlyMap<Family, ReadonlyMap<string, OspfTable>>,
): Map<string, Map<string, Route>> {
  const tables = new Map<string, Map<string, Route>>();
  for (const router of routers.values()) {
    const table = connectedRoutes(router, undefined);
    for (const family of families) {
      for (const [key, { route }] of ospf.get(family)?.get(router.name) ?? []) {
        if (!table.has(key)) table.set(key, route);
      }
    }
    tables.set(router.name, table);
    for (const { vrf } of router.bgp?.vrfs ?? []) tables.set(tableName(router.name, vrf), connectedRoutes(router, vrf));
  }
  return tables;
}

function nextHopsOf(path: Path, interior: Table): readonly NextHop[] {
  switch (path.nextHop.type) {
    case 'address':
      return resolve(interior, path.nextHop.ip) ?? [];
    case 'interface':
      return [{ interface: path.nextHop.key }];
    default:
      return [];
  }
}

/** Adds BGP's routes to the interior ones. */
function withBgp(name: string, interior: ReadonlyMap<string, ReadonlyMap<string, Route>>, bgp: BgpTables): Table {
  const table = new Map(interior.get(name));
  for (const [key, paths] of bgp.get(name) ?? []) {
    const [first] = paths;
    if (!first || (first.source === 'local' && first.nextHop.type === 'self' && first.leakedFrom === undefined))
      continue;
    const from = first.leakedFrom ?? name;
    const local = first.source === 'local' && first.leakedFrom !== undefined;
    const protocol = local ? 'local' : first.source;
    const known = table.get(key);
    if (known && distance[known.protocol] <= distance[protocol]) continue;
    const source = interior.get(from) ?? new Map<string, Route>();
    const hops = local ? (source.get(key)?.nextHops ?? []) : paths.flatMap((path) => nextHopsOf(path, source));
    table.set(key, { prefix: first.prefix, protocol, nextHops: uniqueNextHops(hops) });
  }
  return table;
}

/**
 * Computes how every router of a fabric forwards once its protocols have come to rest: OSPF by its adjacencies and
 * costs, BGP by its sessions, policies and decision process, from the device models alone.
 */
export function predictForwarding(
  devices: readonly Device[],
  failures: Failures = {},
  externals: readonly ExternalRouter[] = [],
): Forwarding {
  const routers = routersOf(devices, failures);
  const neighbourhood = new Neighbourhood(routers);
  const adjacencies = new Map(families.map((family) => [family, ospfAdjacencies(routers, neighbourhood, family)]));
  const ospf = new Map(families.map((family) => [family, ospfTables(routers, adjacencies.get(family)!, family)]));
  const interior = interiorTables(routers, ospf);
  const finder = new SessionFinder(routers, neighbourhood, (router, family) => ospf.get(family)?.get(router));
  const sessions = finder.find(externals);
  const cost = (name: string, nextHop: BgpNextHop): number | undefined => {
    if (nextHop.type !== 'address') return 0;
    const route = longestMatch(interior.get(name) ?? new Map(), nextHop.ip);
    if (!route) return undefined;
    const router = name.split('|')[0]!;
    return ospf.get(nextHop.ip.family)?.get(router)?.get(formatPrefix(route.prefix))?.cost ?? 0;
  };
  const { tables: bgp, heardOutside } = runBgp(routers, sessions, cost);
  const tables = new Map([...interior.keys()].map((name) => [name, withBgp(name, interior, bgp)]));
  return { tables, adjacencies, sessions, heardOutside };
}
