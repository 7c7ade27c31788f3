import type { NeighbourState, ProcessState } from './bgp-state.ts';

/** OSPF on an interface, of either version, as far as adjacencies and routes hang on it. */
export interface OspfState {
  readonly area: string;
  readonly network: 'point-to-point' | 'broadcast';
  readonly passive: boolean;
  /** Seconds. */
  readonly hello: number;
  readonly dead: number;
  readonly retransmit: number;
  /** Absent where none is planned. */
  readonly cost?: number;
  readonly bfd: boolean;
  readonly authenticated: boolean;
}

/** Of an interface: down by its own setting, or up without a far end. */
export type LinkState = 'up' | 'down' | 'no carrier';

/** An interface with its layer 3. */
export interface InterfaceState {
  readonly link: LinkState;
  readonly mtu: number;
  /** With prefix lengths, sorted; without link-local ones. */
  readonly addresses: readonly string[];
  /** OSPF version 2; absent where it does not run. */
  readonly ospf?: OspfState;
  /** OSPF version 3. */
  readonly ospf3?: OspfState;
}

/** What a router holds: as predicted, and as it was seen. Whatever is in a VRF has its name after it. */
export interface RouterState {
  /** By Linux name. */
  readonly interfaces: ReadonlyMap<string, InterfaceState>;
  /** What counts for a whole protocol, by its name: `BGP`, `OSPF`, `OSPFv3`. */
  readonly processes: ReadonlyMap<string, ProcessState>;
  /** Settings of BGP sessions, whether they are up or not, by peer. */
  readonly neighbours: ReadonlyMap<string, NeighbourState>;
  /** Prefixes that the router announces of itself in BGP. */
  readonly originated: ReadonlySet<string>;
  /** State of each adjacency by `<version> <interface>`: `Full`, or how far it has come. */
  readonly adjacencies: ReadonlyMap<string, string>;
  /** State of each session by `<peer> <family>`: `up`, or how far it has come. */
  readonly sessions: ReadonlyMap<string, string>;
  /** Timers of each BFD session that is up, by peer: its address, or `<interface> link-local`. */
  readonly bfd: ReadonlyMap<string, string>;
  /** Next hops of each route of OSPF and BGP by prefix, sorted; none: it discards. */
  readonly routes: ReadonlyMap<string, readonly string[]>;
}

/** A name in a routing table of its own. */
export function inVrf(name: string, vrf: string | undefined): string {
  return vrf === undefined || vrf === 'default' ? name : `${name} vrf ${vrf}`;
}
