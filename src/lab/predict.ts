import { type Forwarding, predictForwarding } from '../analysis/forwarding/fib.ts';
import { routersOf, type Failures, type RoutedInterface } from '../analysis/forwarding/routers.ts';
import type { SessionEnd } from '../analysis/forwarding/bgp-sessions.ts';
import type { Device } from '../device/device.ts';
import { formatInterfaceAddress, formatIp } from '../ip/index.ts';
import { linuxNames } from './linux-names.ts';
import { nextHopText } from './next-hop-text.ts';
import type { InterfaceState, OspfState, RouterState } from './router-state.ts';

function ospfOf({ ospf }: RoutedInterface): OspfState | undefined {
  if (!ospf) return undefined;
  return {
    area: ospf.area,
    network: ospf.pointToPoint ? 'point-to-point' : 'broadcast',
    passive: ospf.passive,
    hello: ospf.helloInterval,
    dead: ospf.deadInterval,
  };
}

function interfaceOf(at: RoutedInterface, isLoopback: boolean): InterfaceState {
  const ospf = isLoopback ? undefined : ospfOf(at);
  return {
    up: true,
    mtu: at.one.mtu,
    addresses: at.addresses.map(formatInterfaceAddress).toSorted(),
    ...(ospf ? { ospf } : {}),
  };
}

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
      for (const family of families) own.add(`${peerOf(end, names(name))} ipv${family}`);
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
export function predict(devices: readonly Device[], failures: Failures): Prediction {
  const forwarding = predictForwarding(devices, failures);
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
    const routes = [...(forwarding.tables.get(name) ?? [])].flatMap(([prefix, route]): [string, string[]][] => {
      if (route.protocol === 'connected') return [];
      const hops = route.nextHops.map((hop) => nextHopText(linux(hop.interface), hop.via && formatIp(hop.via)));
      return [[prefix, [...new Set(hops)].toSorted()]];
    });
    return [
      name,
      {
        interfaces: new Map(
          [...router.interfaces.values()].map((at) => [linux(at.key), interfaceOf(at, at.one.kind === 'loopback')]),
        ),
        adjacencies: new Set(adjacencies),
        sessions: sessions.get(name) ?? new Set(),
        routes: new Map(routes),
      },
    ];
  });
  return { routers: new Map(states), forwarding };
}

function isActive(at: RoutedInterface, family: 4 | 6): boolean {
  return (family === 4 ? at.ospf : at.ospf3)?.passive === false;
}
