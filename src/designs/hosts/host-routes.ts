import type { AnycastService, Rack } from '../../fabric/fabric.ts';
import { type Family, type Ip, type Prefix, bitsOf } from '../../ip/index.ts';
import type { Plan, RoutedServer } from '../../plan/plan.ts';
import type { Acceptable } from '../route-filters.ts';

/** What routed servers add to the routes of a fabric, in one family. */
export interface HostRoutes {
  /** All that any of them may announce. */
  readonly everywhere: readonly Acceptable[];
  /** What those of a rack may announce. */
  readonly inRack: (rack: Rack) => Acceptable[];
  /** How many prefixes those of a rack announce. */
  readonly countIn: (rack: Rack) => number;
  /** The same, each as often as servers of the rack announce it. */
  readonly pathsIn: (rack: Rack) => number;
  /** True where servers of several racks announce one address. */
  readonly areShared: () => boolean;
}

/** The prefix of one address. */
export function alone(base: Ip): Prefix {
  return { base, length: bitsOf(base.family) };
}

/** Addresses that a routed server announces, its own first. */
export function announcedBy({ loopbacks, services }: RoutedServer): Ip[] {
  return [...loopbacks, ...services.flatMap(({ addresses }) => addresses.map(({ ip }) => ip))];
}

/** Prefixes that match as they are. */
export function exactly(prefixes: readonly Prefix[]): Acceptable[] {
  return prefixes.map((prefix) => ({ prefix, le: prefix.length }));
}

const addressesOf = (services: Iterable<AnycastService>): Ip[] =>
  [...services].flatMap(({ addresses }) => addresses.map(({ ip }) => ip));

/** What routed servers add to the routes of the fabric; nothing where there are none. Cheap: racks are looked at on demand. */
export function hostRoutes({ fabric, hostBlocks, routedServers }: Plan, family: Family): HostRoutes {
  const pools = fabric.pools.hostLoopbacks.filter(({ prefix }) => prefix.base.family === family);
  const ofFamily = (ips: readonly Ip[]): Ip[] => ips.filter((ip) => ip.family === family);
  const serversIn = (rack: Rack): RoutedServer[] => rack.servers.flatMap(({ name }) => routedServers.get(name) ?? []);
  const sharedIn = (rack: Rack): Ip[] =>
    ofFamily(addressesOf(new Set(serversIn(rack).flatMap(({ services }) => services))));
  const blocksOf = ({ name }: Rack): Acceptable[] =>
    (hostBlocks.get(name) ?? [])
      .filter((one) => one.family === family)
      .flatMap(({ block, others }) => [
        ...(block ? [{ prefix: block, le: bitsOf(family) }] : []),
        ...exactly(others.map(alone)),
      ]);
  const announced = (rack: Rack): Ip[] => ofFamily(serversIn(rack).flatMap(announcedBy));
  return {
    everywhere:
      routedServers.size === 0
        ? []
        : [
            ...pools.map(({ prefix }) => ({ prefix, le: bitsOf(family) })),
            ...exactly(ofFamily(addressesOf(fabric.anycast)).map(alone)),
          ],
    inRack: (rack) => [...blocksOf(rack), ...exactly(sharedIn(rack).map(alone))],
    countIn: (rack) => new Set(announced(rack).map(({ value }) => value)).size,
    pathsIn: (rack) => announced(rack).length,
    areShared: () => fabric.racks.filter((rack) => sharedIn(rack).length > 0).length > 1,
  };
}
