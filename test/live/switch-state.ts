import { sh, show } from './namespaces.ts';

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

/** A switch's BGP sessions, by peer. */
export function bgpSessions(name: string): Record<string, BgpSession> {
  const { ipv4Unicast } = show(name, 'show bgp summary') as { ipv4Unicast?: { peers: Record<string, BgpSession> } };
  return Object.fromEntries(
    Object.entries(ipv4Unicast?.peers ?? {}).map(([peer, { state, connectionsEstablished, connectionsDropped }]) => [
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

interface Hop {
  readonly dev: string;
  readonly flags?: readonly string[];
}

interface Route extends Partial<Hop> {
  readonly dst: string;
  readonly gateway?: string;
  readonly nexthops?: readonly Hop[];
}

/**
 * Interfaces with link by which the kernel of a switch reaches each prefix that is behind a gateway. The kernel's routes are asked, not
 * FRR's: only they carry packets.
 */
export function kernelRoutes(name: string): Record<string, string[]> {
  const routes = JSON.parse(sh('ip', '-n', name, '-j', 'route', 'show')) as Route[];
  return Object.fromEntries(
    routes.flatMap(({ dst, dev, gateway, flags, nexthops }) => {
      const hops = nexthops ?? (dev !== undefined && gateway !== undefined ? [{ dev, flags: flags ?? [] }] : []);
      const alive = hops.filter((hop) => !hop.flags?.includes('linkdown') && !hop.flags?.includes('dead'));
      return alive.length > 0 ? [[dst, [...new Set(alive.map((hop) => hop.dev))].toSorted()]] : [];
    }),
  );
}
