import { type Ip, formatIp, networkOf } from '../../ip/index.ts';
import { portKey } from './interface-key.ts';
import type { RoutedInterface, Router } from './routers.ts';

/** An interface of a router. */
export interface Place {
  readonly router: Router;
  readonly at: RoutedInterface;
}

/** Who is at the other end of an interface: of a cable, or in the same VLAN over a link between two switches. */
export class Neighbourhood {
  readonly #routers: ReadonlyMap<string, Router>;
  readonly #owners = new Map<string, Place>();

  constructor(routers: ReadonlyMap<string, Router>) {
    this.#routers = routers;
    for (const router of routers.values()) {
      for (const at of router.interfaces.values()) {
        for (const { ip } of at.addresses) this.#owners.set(`${at.vrf ?? ''} ${formatIp(ip)}`, { router, at });
      }
    }
  }

  /** The router, and its interface, that has an address in a routing table. */
  ownerOf(ip: Ip, vrf: string | undefined): Place | undefined {
    return this.#owners.get(`${vrf ?? ''} ${formatIp(ip)}`);
  }

  /** True where an interface is a port over which nothing passes, or part of one. */
  isSilent({ router, at: { one } }: Place): boolean {
    const port = one.kind === 'ethernet' ? one.port : one.kind === 'sub' && 'port' in one.parent && one.parent.port;
    return port !== undefined && port !== false && router.silentPorts.has(portKey(port));
  }

  /** Interfaces on the same link, in the same table. */
  across({ router, at }: Place): Place[] {
    const { one } = at;
    if (this.isSilent({ router, at })) return [];
    if (one.kind === 'ethernet') return this.#farPort(one.peer, (key) => key);
    if (one.kind === 'sub' && 'port' in one.parent) {
      const { port } = one.parent;
      const parent = router.device.interfaces.find(
        (other) => other.kind === 'ethernet' && portKey(other.port) === portKey(port),
      );
      return parent?.kind === 'ethernet' ? this.#farPort(parent.peer, (key) => `${key}.${one.vlan}`) : [];
    }
    return one.kind === 'svi' ? this.#inVlan(router, at, one.vlan) : [];
  }

  #farPort(
    peer: { readonly device: string; readonly port: Parameters<typeof portKey>[0] } | undefined,
    keyOf: (port: string) => string,
  ): Place[] {
    const router = peer && this.#routers.get(peer.device);
    const at = peer && router?.interfaces.get(keyOf(portKey(peer.port)));
    return router && at ? [{ router, at }] : [];
  }

  /** The same VLAN on switches that a trunk which is up leads to. */
  #inVlan(router: Router, at: RoutedInterface, vlan: number): Place[] {
    const found = new Map<string, Place>();
    for (const one of router.device.interfaces) {
      if (one.kind !== 'ethernet' || one.peer?.kind !== 'switch') continue;
      const carrier = this.#carrier(router, one);
      if (!carrier?.includes(vlan)) continue;
      const other = this.#routers.get(one.peer.device);
      const far = other?.interfaces.get(`vlan${vlan}`);
      if (other && far && far.vrf === at.vrf && isInSubnet(at, far)) found.set(other.name, { router: other, at: far });
    }
    return [...found.values()];
  }

  /** VLANs of a port to another switch, if it is up there as well. */
  #carrier(router: Router, one: Extract<RoutedInterface['one'], { kind: 'ethernet' }>): readonly number[] | undefined {
    const { peer } = one;
    const key = portKey(one.port);
    if (!peer || !this.#routers.has(peer.device)) return undefined;
    if (!router.livePorts.has(key) || router.silentPorts.has(key)) return undefined;
    const { mode } = one;
    if (mode.type === 'bridged') return mode.tagged;
    if (mode.type !== 'member') return undefined;
    const lag = router.device.interfaces.find((other) => other.kind === 'lag' && other.id === mode.lag);
    return lag?.kind === 'lag' && lag.mode.type === 'bridged' ? lag.mode.tagged : undefined;
  }
}

/** True where two interfaces have addresses of one subnet. */
function isInSubnet(a: RoutedInterface, b: RoutedInterface): boolean {
  return a.addresses.some(({ ip, length }) =>
    b.addresses.some(
      (other) =>
        other.ip.family === ip.family &&
        other.length === length &&
        networkOf(other.ip, length).value === networkOf(ip, length).value,
    ),
  );
}
