import { kernelRouteList } from './kernel-routes.ts';
import type { Names } from './names.ts';
import { runs, show } from './namespaces.ts';
import { bgpPeers, ospfStates } from './switch-state.ts';

/** What a switch's routing protocols and its kernel hold, by names of neighbouring devices; all lists are sorted. */
export interface SwitchState {
  /** `NEIGHBOUR STATE`, of versions 2 and 3. */
  readonly ospf: readonly string[];
  readonly ospf3: readonly string[];
  /** `NEIGHBOUR FAMILY STATE`. */
  readonly bgp: readonly string[];
  /** `NEIGHBOUR FAMILY STATE`, where the family is ipv4, ipv6 or link-local. */
  readonly bfd: readonly string[];
  /** Next hops of the kernel's routes that come from BGP; `discard` where packets are dropped. */
  readonly routes: Readonly<Record<string, readonly string[]>>;
}

/**
 * The first hello goes out before the router id is set, since `router ospf6` stands behind the interfaces: a neighbour
 * 0.0.0.0 stays in Init beside the real one, until its dead time ends.
 */
function ospf3Of(name: string, names: Names): string[] {
  const { neighbors } = show(name, 'show ipv6 ospf6 neighbor') as {
    neighbors: readonly { neighborId: string; state: string; interfaceName: string }[];
  };
  const real = neighbors.filter(({ neighborId }) => neighborId !== '0.0.0.0');
  return real.map((one) => `${names.behind(name, one.interfaceName)} ${one.state}`).toSorted();
}

/** An interface of its own is the name of an unnumbered peer. */
function bgpOf(name: string, names: Names): string[] {
  return bgpPeers(name)
    .map(({ peer, family, state }) => {
      const far = /[.:]/.test(peer) ? names.ownerOf(peer, name, '') : names.behind(name, peer);
      return `${far} ${family} ${state}`;
    })
    .toSorted();
}

function bfdOf(name: string, names: Names): string[] {
  const peers = show(name, 'show bfd peers') as readonly { peer: string; interface?: string; status: string }[];
  return peers
    .map(({ peer, interface: port = '', status }) => {
      const family = peer.startsWith('fe80:') ? 'link-local' : peer.includes(':') ? 'ipv6' : 'ipv4';
      return `${names.ownerOf(peer, name, port)} ${family} ${status}`;
    })
    .toSorted();
}

/** Routes of BGP in the kernel of a switch: not FRR's, since only the kernel's carry packets. */
export function routesOf(name: string, names: Names): Record<string, string[]> {
  return Object.fromEntries(
    kernelRouteList(name)
      .filter((route) => route.protocol === 'bgp')
      .map(({ prefix, hops }) => [
        prefix,
        hops.length === 0 ? ['discard'] : hops.map(({ dev, via }) => names.ownerOf(via, name, dev)).toSorted(),
      ]),
  );
}

/** Addresses that the kernel of a switch sends to for routes of BGP. */
export function gatewaysOf(name: string): string[] {
  const routes = kernelRouteList(name).filter(({ protocol }) => protocol === 'bgp');
  return [...new Set(routes.flatMap(({ hops }) => hops.map(({ via }) => via)))].toSorted();
}

/** Asks a switch what it holds. */
export function observeSwitch(name: string, names: Names): SwitchState {
  return {
    ospf: runs(name, 'ospfd')
      ? Object.entries(ospfStates(name))
          .map(([port, state]) => `${names.behind(name, port)} ${state}`)
          .toSorted()
      : [],
    ospf3: runs(name, 'ospf6d') ? ospf3Of(name, names) : [],
    bgp: bgpOf(name, names),
    bfd: bfdOf(name, names),
    routes: routesOf(name, names),
  };
}
