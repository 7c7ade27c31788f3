import type { Ip, Prefix } from '../ip/index.ts';
import type { SecretRef } from './system.ts';

/** BFD timers (RFC 5880), the same for both directions. */
export interface Bfd {
  /** Milliseconds. */
  readonly interval: number;
  readonly multiplier: number;
}

/** OSPF on one interface (RFC 2328). */
export interface OspfInterface {
  /** Dotted quad. */
  readonly area: string;
  /** Announced without adjacencies. */
  readonly passive: boolean;
  readonly pointToPoint: boolean;
  /** Set on every active interface, so that both ends and every vendor agree. */
  readonly cost?: number;
  readonly bfd: boolean;
  /** Seconds. */
  readonly helloInterval: number;
  readonly deadInterval: number;
  /** Seconds between retransmissions of an unacknowledged LSA. */
  readonly retransmitInterval: number;
  readonly authentication?: OspfAuthentication;
}

export interface OspfAuthentication {
  readonly algorithm: 'md5' | 'sha256';
  readonly keyId: number;
  readonly key: SecretRef;
}

/** Delays of reactions, in milliseconds. */
export interface Throttle {
  readonly initial: number;
  readonly hold: number;
  readonly maximum: number;
}

/** The OSPF process of a switch; which interfaces take part is on the interfaces. */
export interface Ospf {
  readonly routerId: Ip;
  /** Megabits per second. */
  readonly referenceBandwidth: number;
  readonly maximumPaths: number;
  /** Shortest-path runs are throttled so where BFD makes failures quick; absent: the vendor's defaults. */
  readonly spfThrottle?: Throttle;
  /** Seconds after a start during which others route around this switch, until BGP has its routes (RFC 6987). */
  readonly maxMetricOnStartup: number;
}

/** What the sessions of a group share. */
export interface BgpGroup {
  readonly name: string;
  readonly description: string;
  readonly remoteAs: number;
  /** Peering between loopbacks. */
  readonly updateSourceLoopback: boolean;
  /** This switch reflects routes to the group (RFC 4456). */
  readonly routeReflectorClient: boolean;
  /** Sets itself as next hop of what it announces. */
  readonly nextHopSelf: boolean;
  /** Sends, and accepts, more than one path of a prefix (RFC 7911). */
  readonly addPath: boolean;
  readonly password?: SecretRef;
  /** Names of policies; a neighbour's own come first. */
  readonly importPolicy?: string;
  readonly exportPolicy?: string;
  /** Prefixes at which the session is shut; a neighbour's own comes first. */
  readonly maximumPrefixes?: number;
}

export interface BgpNeighbor {
  readonly address: Ip;
  readonly group: string;
  /** Name of the far device. */
  readonly description: string;
  readonly importPolicy?: string;
  readonly exportPolicy?: string;
  readonly maximumPrefixes?: number;
}

/** The BGP process of a switch (RFC 4271). Hold time and keepalive stay at the vendor's default: BFD finds failures. */
export interface Bgp {
  readonly asn: number;
  readonly routerId: Ip;
  /** Of a route reflector: unique to it. */
  readonly clusterId?: Ip;
  /** Most equal next hops of an iBGP route. */
  readonly maximumPaths: number;
  readonly groups: readonly BgpGroup[];
  readonly neighbors: readonly BgpNeighbor[];
  /** Prefixes this switch originates, in order. */
  readonly networks: readonly Prefix[];
}
