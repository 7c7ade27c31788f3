/** OSPF on an interface, as far as both ends must agree on it. */
export interface OspfState {
  readonly area: string;
  readonly network: 'point-to-point' | 'broadcast';
  readonly passive: boolean;
  /** Seconds. */
  readonly hello: number;
  readonly dead: number;
}

/** An interface with its layer 3. */
export interface InterfaceState {
  readonly up: boolean;
  readonly mtu: number;
  /** With prefix lengths, sorted; without link-local ones. */
  readonly addresses: readonly string[];
  /** OSPF version 2; absent where it does not run. */
  readonly ospf?: OspfState;
}

/** What a router holds: as predicted, and as it was seen. */
export interface RouterState {
  /** By Linux name. */
  readonly interfaces: ReadonlyMap<string, InterfaceState>;
  /** `<version> <interface>` of each full adjacency. */
  readonly adjacencies: ReadonlySet<string>;
  /** `<peer> <family>` of each session that is up. */
  readonly sessions: ReadonlySet<string>;
  /** Next hops of each route of OSPF and BGP by prefix, sorted; none: it discards. */
  readonly routes: ReadonlyMap<string, readonly string[]>;
}
