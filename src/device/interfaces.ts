import type { InterfaceAddress, Ip, Prefix } from '../ip/index.ts';
import type { OspfInterface } from './routing.ts';

/**
 * A port, neutrally: a place on the front panel that each target spells its own way.
 * On a server, `panel` is the NIC from 1 and `name` what its operating system calls it.
 */
export interface Port {
  readonly panel: number;
  /** Channel from 1 where the port is broken out. */
  readonly channel?: number;
  /** How many channels the panel port is broken out into; 1 when it is whole. */
  readonly channels: number;
  /** Electrical lanes of the panel port: 1 SFP, 4 QSFP, 8 QSFP-DD/OSFP. */
  readonly lanes: number;
  /** Gigabits per second, of the channel where broken out. */
  readonly speed: number;
  /** Highest speed of the whole panel port, Gb/s; differs from `speed` when it runs slower. */
  readonly maxSpeed: number;
  /** Number, from 1, of the group of neighbouring panel ports that share one lane rate; absent where each has its own. */
  readonly speedGroup?: number;
  /** Interface name given by the user (servers). */
  readonly name?: string;
  /** MAC address given by the user (servers). */
  readonly mac?: string;
}

/** The far end of the cable. */
export interface Peer {
  readonly device: string;
  readonly port: Port;
  readonly kind: 'switch' | 'server';
  /** `os` of the far switch, `format` of the far server: the spelling of its port in descriptions. */
  readonly target: string;
}

/** Layer 3 on the interface itself. */
export interface RoutedMode {
  readonly type: 'routed';
  readonly addresses: readonly InterfaceAddress[];
  readonly ospf?: OspfInterface;
  readonly vrf?: string;
  /** IPv4 routes over this interface (servers). */
  readonly routes: readonly Route[];
}

/** A switch port in VLANs; `native` is sent untagged. An access port has a native VLAN and no tagged ones. */
export interface BridgedMode {
  readonly type: 'bridged';
  readonly tagged: readonly number[];
  readonly native?: number;
  /** A server's port (spanning-tree edge), or a path to another switch. */
  readonly edge: boolean;
}

/** Part of a LAG, which has the configuration. */
export interface MemberMode {
  readonly type: 'member';
  readonly lag: number;
}

export type PortMode = RoutedMode | BridgedMode | MemberMode;

/** A route of a server over one of its interfaces. `default` is 0.0.0.0/0. */
export interface Route {
  readonly prefix: Prefix;
  readonly via: Ip;
}

interface InterfaceBase {
  readonly description: string;
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
  readonly mode: RoutedMode | BridgedMode;
}

/** The gateway of a rack's subnet. */
export interface Gateway {
  readonly ip: Ip;
  /** own: the interface has the address; anycast: both leafs answer for it with `gatewayMac`. */
  readonly type: 'own' | 'anycast';
}

/** Routed interface of a VLAN. */
export interface SviInterface extends InterfaceBase {
  readonly kind: 'svi';
  readonly vlan: number;
  readonly addresses: readonly InterfaceAddress[];
  readonly gateway?: Gateway;
  readonly ospf?: OspfInterface;
  readonly dhcpRelay: readonly Ip[];
  readonly vrf?: string;
}

export interface LoopbackInterface extends InterfaceBase {
  readonly kind: 'loopback';
  readonly addresses: readonly InterfaceAddress[];
  readonly ospf?: OspfInterface;
}

/** A tagged VLAN on a server's port or LAG. */
export interface SubInterface extends InterfaceBase {
  readonly kind: 'sub';
  /** The NIC's port, or the LAG's id. */
  readonly parent: { readonly port: Port } | { readonly lag: number };
  readonly vlan: number;
  readonly mode: RoutedMode;
}

export type Interface = EthernetInterface | LagInterface | SviInterface | LoopbackInterface | SubInterface;
