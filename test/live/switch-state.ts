import { kernelRouteList } from './kernel-routes.ts';
import { show } from './namespaces.ts';

/** States of a switch's OSPF neighbours, by the interface they are on. */
export function ospfStates(name: string): Record<string, string> {
  const { neighbors } = show(name, 'show ip ospf neighbor') as {
    neighbors: Record<string, readonly { nbrState?: string; state?: string; ifaceName: string }[]>;
  };
  return Object.fromEntries(
    Object.values(neighbors)
      .flat()
      .map((one) => [one.ifaceName.split(':')[0] ?? '', one.nbrState ?? one.state ?? '']),
  );
}

/** A BGP session: its state, and how often it has come up and gone since the daemon started. */
export interface BgpSession {
  readonly state: string;
  readonly connectionsEstablished: number;
  readonly connectionsDropped: number;
}

/** A session in one address family that it carries. */
export interface BgpPeer extends BgpSession {
  /** Address, or interface of an unnumbered session. */
  readonly peer: string;
  readonly family: 'ipv4' | 'ipv6';
}

/** A switch's BGP sessions in every family. */
export function bgpPeers(name: string): BgpPeer[] {
  const summary = show(name, 'show bgp summary') as Record<string, { peers?: Record<string, BgpSession> }>;
  return (['ipv4', 'ipv6'] as const).flatMap((family) =>
    Object.entries(summary[`${family}Unicast`]?.peers ?? {}).map(
      ([peer, { state, connectionsEstablished, connectionsDropped }]) => ({
        peer,
        family,
        state,
        connectionsEstablished,
        connectionsDropped,
      }),
    ),
  );
}

/** A switch's BGP sessions of IPv4, by peer. */
export function bgpSessions(name: string): Record<string, BgpSession> {
  return Object.fromEntries(
    bgpPeers(name)
      .filter(({ family }) => family === 'ipv4')
      .map(({ peer, state, connectionsEstablished, connectionsDropped }) => [
        peer,
        { state, connectionsEstablished, connectionsDropped },
      ]),
  );
}

/** States of a switch's BFD sessions, by interface. */
export function bfdStates(name: string): Record<string, string> {
  const peers = show(name, 'show bfd peers') as readonly { interface: string; status: string }[];
  return Object.fromEntries(peers.map((peer) => [peer.interface, peer.status]));
}

/** Next hops of the BGP paths that a switch uses for a prefix. */
export function bgpNextHops(name: string, prefix: string): string[] {
  const { paths } = show(name, `show bgp ipv4 unicast ${prefix}`) as {
    paths?: readonly { multipath?: boolean; bestpath?: { overall?: boolean }; nexthops: readonly { ip: string }[] }[];
  };
  const used = (paths ?? []).filter((path) => path.multipath === true || path.bestpath?.overall === true);
  return [...new Set(used.flatMap((path) => path.nexthops.map((hop) => hop.ip)))].toSorted();
}

/**
 * Interfaces with link by which the kernel of a switch reaches each prefix that is behind a gateway. The kernel's routes
 * are asked, not FRR's: only they carry packets.
 */
export function kernelRoutes(name: string): Record<string, string[]> {
  return Object.fromEntries(
    kernelRouteList(name).flatMap(({ prefix, hops }) => {
      const ports = hops.filter(({ via }) => via !== '').map(({ dev }) => dev);
      return ports.length > 0 ? [[prefix, [...new Set(ports)].toSorted()]] : [];
    }),
  );
}
