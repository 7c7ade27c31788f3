import type { InterfaceAddress, Ip, Prefix } from '../ip/index.ts';
import type { Peer, Port } from './port.ts';
import type { OspfInterface } from './routing.ts';

/** Layer 3 on the interface itself. */
export interface RoutedMode {
  readonly type: 'routed';
  /** Of either family; the first of each is the primary one. */
  readonly addresses: readonly InterfaceAddress[];
  /**
   * Link-local IPv6 addresses are all, or part of, what the link has: IPv6 is enabled, and router advertisements are sent
   * by which the far end finds this one (BGP unnumbered).
   */
  readonly linkLocal?: boolean;
  readonly ospf?: OspfInterface;
  readonly ospf3?: OspfInterface;
  readonly vrf?: string;
  /** Static routes over this interface (servers). */
  readonly routes: readonly Route[];
}

/** A switch port in VLANs; `native` is sent untagged. An access port has a native VLAN and no tagged ones. */
export interface BridgedMode {
  readonly type: 'bridged';
  readonly tagged: readonly number[];
  readonly native?: number;
  /** A server's port (spanning-tree edge), or a path to another switch. */
  readonly edge: boolean;
  /** A better spanning-tree root behind this port is refused: it leads away from the core. */
  readonly rootGuard?: boolean;
}

/** Part of a LAG, which has the configuration. */
export interface MemberMode {
  readonly type: 'member';
  readonly lag: number;
}

export type PortMode = RoutedMode | BridgedMode | MemberMode;

/** A route of a server over one of its interfaces; 0.0.0.0/0 and ::/0 are the default routes. */
export interface Route {
  readonly prefix: Prefix;
  readonly via: Ip;
}

interface InterfaceBase {
  readonly description: string;
  /** Lines of the user's own, in the language of the device's target, to go with the interface. */
  readonly extra?: readonly string[];
  /** IP MTU in bytes. For bridged ports: the largest IP MTU of the VLANs they carry. */
  readonly mtu: number;
}

export interface EthernetInterface extends InterfaceBase {
  readonly kind: 'ethernet';
  readonly port: Port;
  readonly peer?: Peer;
  readonly mode: PortMode;
}

/** How the members of a LAG are used. */
export type LagProtocol =
  | {
      readonly type: 'lacp';
      /** IEEE 802.1AX: fast is a frame a second (timeout 3 s), slow one in 30 s. */
      readonly rate: 'fast' | 'slow';
      /** Active starts the negotiation. */
      readonly active: boolean;
    }
  /** No negotiation, all members in use: balance-xor on a server, mode `on` on a switch. */
  | { readonly type: 'static' }
  | { readonly type: 'active-backup'; readonly primary: Port };

export interface LagInterface extends InterfaceBase {
  readonly kind: 'lag';
  /** Number within the device: that of its lowest member port. */
  readonly id: number;
  /** Name in a server's operating system, such as bond0. */
  readonly name?: string;
  readonly protocol: LagProtocol;
  readonly members: readonly Port[];
  readonly minLinks: number;
  /** Fields hashed to choose a member. */
  readonly hash: 'layer2' | 'layer2+3' | 'layer3+4';
  /** Link monitoring interval in ms (servers). */
  readonly miimon: number;
  readonly peer?: { readonly device: string; readonly kind: 'switch' | 'server' };
  /** Number of the LAG that this switch and its MLAG peer form together; absent: it ends on this switch alone. */
  readonly mlag?: number;
  readonly mode: RoutedMode | BridgedMode;
}

/** The gateway of a subnet, for one address family. */
export interface Gateway {
  readonly ip: Ip;
  /** own: the interface has the address; anycast: two switches answer for it, with `gatewayMac` or by VRRP, as the target does it. */
  readonly type: 'own' | 'anycast';
  /** Of this switch, where one of the two must lead (VRRP): the higher does. */
  readonly priority: number;
}

/** Router advertisements to hosts (RFC 4861): that the switch is there, and which prefixes are on the link. */
export interface RouterAdvertisements {
  /** Seconds that hosts may use the switch as default router; 0: they must not. */
  readonly lifetime: number;
  readonly prefixes: readonly {
    readonly prefix: Prefix;
    /** Hosts make addresses of their own in it (RFC 4862). */
    readonly autonomous: boolean;
  }[];
}

/** Routed interface of a VLAN. */
export interface SviInterface extends InterfaceBase {
  readonly kind: 'svi';
  readonly vlan: number;
  /** Of either family; the first of each is the primary one. */
  readonly addresses: readonly InterfaceAddress[];
  /** At most one a family. */
  readonly gateways: readonly Gateway[];
  /** Absent: the switch sends none. */
  readonly routerAdvertisements?: RouterAdvertisements;
  readonly ospf?: OspfInterface;
  readonly ospf3?: OspfInterface;
  /** DHCP servers, of either family. */
  readonly dhcpRelay: readonly Ip[];
  readonly vrf?: string;
}

export interface LoopbackInterface extends InterfaceBase {
  readonly kind: 'loopback';
  /** Of either family; the first of each is the primary one. */
  readonly addresses: readonly InterfaceAddress[];
  readonly ospf?: OspfInterface;
  readonly ospf3?: OspfInterface;
}

/** A tagged VLAN on a server's port or LAG, or on a switch's routed port (IEEE 802.1Q). */
export interface SubInterface extends InterfaceBase {
  readonly kind: 'sub';
  /** The NIC's port, or the LAG's id. */
  readonly parent: { readonly port: Port } | { readonly lag: number };
  readonly vlan: number;
  readonly mode: RoutedMode;
}

export type Interface = EthernetInterface | LagInterface | SviInterface | LoopbackInterface | SubInterface;
