import { type Forwarding, predictForwarding } from '../../analysis/forwarding/fib.ts';
import { routersOf, type Failures, type RoutedInterface } from '../../analysis/forwarding/routers.ts';
import { type ExternalRouter, type SessionEnd, tableName } from '../../analysis/forwarding/bgp-sessions.ts';
import type { Device } from '../../device/device.ts';
import { formatIp } from '../../ip/index.ts';
import { linuxNames } from '../network/linux-names.ts';
import { nextHopText } from './next-hop-text.ts';
import { predictBfd } from './predict-bfd.ts';
import { predictBgp, predictNeighbours, predictOriginated } from './predict-bgp.ts';
import { predictInterface, predictOspf } from './predict-interfaces.ts';
import { type RouterState, inVrf } from './router-state.ts';

function peerOf(end: SessionEnd, names: ReadonlyMap<string, string>): string {
  return end.far ? formatIp(end.far) : (names.get(end.at?.key ?? '') ?? '');
}

function sessionsByRouter({ sessions }: Forwarding, names: (router: string) => ReadonlyMap<string, string>) {
  const found = new Map<string, Set<string>>();
  for (const { ends, families } of sessions) {
    for (const end of ends) {
      const { name } = end.router;
      const own = found.get(name) ?? new Set();
      found.set(name, own);
      for (const family of families) own.add(`${inVrf(peerOf(end, names(name)), end.vrf)} ipv${family}`);
    }
  }
  return found;
}

/** A prediction: what the routers hold, and at which interface of whom each of their cables ends. */
export interface Prediction {
  readonly routers: ReadonlyMap<string, RouterState>;
  readonly forwarding: Forwarding;
}

/** What every router of a fabric holds once its protocols have come to rest, by Linux names of interfaces. */
export function predict(
  devices: readonly Device[],
  failures: Failures,
  externals: readonly ExternalRouter[] = [],
): Prediction {
  const forwarding = predictForwarding(devices, failures, externals);
  const known = new Map(devices.map((device) => [device.name, linuxNames(device)]));
  const namesOf = (router: string): ReadonlyMap<string, string> => known.get(router) ?? new Map();
  const sessions = sessionsByRouter(forwarding, namesOf);
  const states = [...routersOf(devices, failures).values()].map((router): [string, RouterState] => {
    const { name } = router;
    const names = namesOf(name);
    const linux = (key: string): string => names.get(key) ?? key;
    const adjacencies = [...forwarding.adjacencies].flatMap(([family, byRouter]) =>
      (byRouter.get(name) ?? [])
        .filter(({ from }) => isActive(from.at, family))
        .map(({ from }) => `${family === 4 ? 'v2' : 'v3'} ${linux(from.at.key)}`),
    );
    const vrfs = [undefined, ...(router.bgp?.vrfs ?? []).map(({ vrf }) => vrf)];
    const routes = vrfs.flatMap((vrf) =>
      [...(forwarding.tables.get(tableName(name, vrf)) ?? [])].flatMap(([prefix, route]): [string, string[]][] => {
        if (route.protocol === 'connected') return [];
        const hops = route.nextHops.map((hop) => nextHopText(linux(hop.interface), hop.via && formatIp(hop.via)));
        return [[inVrf(prefix, vrf), [...new Set(hops)].toSorted()]];
      }),
    );
    return [
      name,
      {
        interfaces: new Map([...router.interfaces.values()].map((at) => [linux(at.key), predictInterface(at)])),
        processes: new Map([...predictOspf(router), ...predictBgp(router)]),
        neighbours: predictNeighbours(router, names),
        originated: predictOriginated(router, forwarding),
        adjacencies: new Map(adjacencies.map((adjacency) => [adjacency, 'Full'])),
        sessions: new Map([...(sessions.get(name) ?? [])].map((session) => [session, 'up'])),
        bfd: predictBfd(router, forwarding, linux),
        routes: new Map(routes),
      },
    ];
  });
  return { routers: new Map(states), forwarding };
}

function isActive(at: RoutedInterface, family: 4 | 6): boolean {
  return (family === 4 ? at.ospf : at.ospf3)?.passive === false;
}
