import { isDeepStrictEqual } from 'node:util';
import { type FabricState, healthy, leafs, prefixesOf, racks, spines } from './dual-leaf-fabric.ts';
import type { NextHops, RackRoutes } from './dual-leaf-observation.ts';
import { until } from './namespaces.ts';
import { bfdStates, bgpNextHops, bgpSessions, kernelRoutes, ospfStates } from './switch-state.ts';

/** All switches. */
export const switches = [...leafs, ...spines];
const bySwitch = <T>(value: (name: string) => T): Record<string, T> =>
  Object.fromEntries(switches.map((name) => [name, value(name)]));

function rackRoutesOf(name: string): Record<string, readonly string[]> {
  const prefixes = racks.flatMap(prefixesOf);
  return Object.fromEntries(Object.entries(kernelRoutes(name)).filter(([prefix]) => prefixes.includes(prefix)));
}

/** Kernel routes of every switch to the racks. */
export const rackRoutes = (): RackRoutes => bySwitch(rackRoutesOf);

function bgpStates(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(bgpSessions(name)).map(([peer, session]) => [peer, session.state]));
}

function fabricState(): FabricState {
  return {
    ospf: bySwitch(ospfStates),
    bfd: bySwitch(bfdStates),
    bgp: bySwitch(bgpStates),
    routes: rackRoutes(),
  };
}

/** BGP next hops of some leafs to the other racks. */
export function nextHopsOf(names: readonly string[]): NextHops {
  return Object.fromEntries(
    names.map((leaf) => [
      leaf,
      Object.fromEntries(
        Object.keys(healthy.routes[leaf] ?? {}).map((prefix) => [prefix, bgpNextHops(leaf, prefix)] as const),
      ),
    ]),
  );
}

/** Waits for the healthy state, and gives the last one; the kernels are asked first, since they are quick to answer. */
export async function settle(seconds: number): Promise<FabricState> {
  await until(
    seconds,
    () => isDeepStrictEqual(rackRoutes(), healthy.routes) && isDeepStrictEqual(fabricState(), healthy),
  );
  return fabricState();
}
