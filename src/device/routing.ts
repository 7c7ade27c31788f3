import type { Family, Ip, Prefix } from '../ip/index.ts';
import type { Port } from './port.ts';
import type { SecretRef } from './system.ts';

/** BFD timers (RFC 5880), the same for both directions. */
export interface Bfd {
  /** Milliseconds. */
  readonly interval: number;
  readonly multiplier: number;
}

/** OSPF on one interface: version 2 for IPv4 (RFC 2328), version 3 for IPv6 (RFC 5340). */
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

/** An OSPF process of a switch, of either version; which interfaces take part is on the interfaces. */
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

/** What a session does for one address family. */
export interface BgpFamily {
  readonly family: Family;
  /** Names of policies; a neighbour's own come first. */
  readonly importPolicy?: string;
  readonly exportPolicy?: string;
  /** Prefixes at which the session is shut; a neighbour's own comes first. */
  readonly maximumPrefixes?: number;
  /** A default route is announced, whether the switch has one or not. */
  readonly defaultOriginate: boolean;
}

/** What the sessions of a group share. */
export interface BgpGroup {
  readonly name: string;
  readonly description: string;
  /** Within the autonomous system (iBGP), or to another (eBGP). */
  readonly type: 'internal' | 'external';
  /** Absent: each neighbour has its own. */
  readonly remoteAs?: number;
  /** Peering between loopbacks. */
  readonly updateSourceLoopback: boolean;
  /** This switch reflects routes to the group (RFC 4456). */
  readonly routeReflectorClient: boolean;
  /** Sets itself as next hop of what it announces. */
  readonly nextHopSelf: boolean;
  /** Sends, and accepts, more than one path of a prefix (RFC 7911). */
  readonly addPath: boolean;
  /** BFD watches the sessions themselves, which are between neighbours on one link (RFC 5882). */
  readonly bfd: boolean;
  /** IPv4 routes have IPv6 next hops (RFC 8950): sessions between link-local addresses. */
  readonly extendedNextHop: boolean;
  /** How often the own AS number may stand in the path of an accepted route. */
  readonly allowOwnAs: number;
  /** Seconds; absent: the vendor's defaults. */
  readonly timers?: { readonly keepalive: number; readonly hold: number };
  readonly password?: SecretRef;
  /** Families that the sessions carry; none other is active. */
  readonly families: readonly BgpFamily[];
}

/** The far end of a session: an address, or whoever answers on a port by its link-local address (unnumbered). */
export type BgpPeer =
  | { readonly type: 'address'; readonly ip: Ip }
  | { readonly type: 'port'; readonly port: Port; /** Of a subinterface. */ readonly vlan?: number };

export interface BgpNeighbor {
  readonly peer: BgpPeer;
  readonly group: string;
  /** Name of the far device. */
  readonly description: string;
  /** Where the group has none. */
  readonly remoteAs?: number;
  /** What differs from the group's, family by family. */
  readonly families: readonly BgpFamily[];
}

/** Routes of another instance that are taken over. */
export interface RouteLeak {
  /** Name of the VRF; absent: the default instance. */
  readonly from?: string;
  /** Policies that permit what is taken over, by family. */
  readonly policies: readonly { readonly family: Family; readonly policy: string }[];
}

/** BGP in one routing instance. */
export interface BgpInstance {
  readonly neighbors: readonly BgpNeighbor[];
  /** Prefixes this switch originates, in order; of either family. */
  readonly networks: readonly Prefix[];
  /** Announced while some part of them is known, with a discard route against loops. */
  readonly aggregates: readonly Prefix[];
  readonly leaks: readonly RouteLeak[];
}

/** BGP in a VRF: groups and limits are those of the process. */
export interface BgpVrf extends BgpInstance {
  readonly vrf: string;
}

/** The BGP process of a switch (RFC 4271). Hold time and keepalive stay at the vendor's default: BFD finds failures. */
export interface Bgp extends BgpInstance {
  readonly asn: number;
  readonly routerId: Ip;
  /** Of a route reflector: unique to it. */
  readonly clusterId?: Ip;
  /** Most equal next hops of a route. */
  readonly maximumPaths: number;
  /** Paths over different autonomous systems count as equal where they are of one length. */
  readonly multipathRelax: boolean;
  readonly groups: readonly BgpGroup[];
  readonly vrfs: readonly BgpVrf[];
}
