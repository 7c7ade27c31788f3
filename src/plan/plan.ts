import type { Span } from '../diagnostics/span.ts';
import type { Allocations } from '../fabric/earlier.ts';
import type { AnycastService, Fabric, Link, Network, Rack, ServerNode, SwitchNode } from '../fabric/fabric.ts';
import type { MlagPair } from '../fabric/mlag-pairs.ts';
import type { Family, InterfaceAddress, Ip, Prefix } from '../ip/index.ts';

export type { Allocations };

/** What a switch was given. */
export interface SwitchPlan {
  readonly node: SwitchNode;
  readonly asn: number;
  /** One of each family at most, IPv4 first. */
  readonly loopbacks: readonly Ip[];
  /** The IPv4 loopback, or in a fabric without one a number of its own. */
  readonly routerId: Ip;
  /** Out-of-band address; absent: DHCP. */
  readonly oob?: InterfaceAddress;
}

/** The /31 or /127 of a link, and which end has which address. */
export interface LinkBlock {
  readonly prefix: Prefix;
  readonly a: Ip;
  readonly z: Ip;
}

/** Blocks of a link by VRF, by name, beside those of the default table. */
export type VrfBlocks = ReadonlyMap<string, readonly LinkBlock[]>;

/** A routed link between switches: a block of each family, IPv4 first; none where link-local addresses do. */
export interface LinkPlan {
  readonly link: Link;
  readonly blocks: readonly LinkBlock[];
  readonly vrfs: VrfBlocks;
}

/** The subnet of one network and address family in one rack. */
export interface SubnetPlan {
  readonly network: Network;
  readonly rack: Rack;
  /** The rack's block of the pool. */
  readonly prefix: Prefix;
  /** Length of the subnet that hosts see: the rack's, or that of the whole pool where it is stretched over the fabric. */
  readonly length: number;
  /** Address that servers use as gateway; absent when the network has none. */
  readonly gateway?: Ip;
  /** Own addresses of the leafs, where two share the gateway; empty where one leaf has the gateway's address itself. */
  readonly leafAddresses: readonly Ip[];
}

/** A subnet of one address family that is stretched over the fabric, and routed by the two cores. */
export interface CoreSubnet {
  readonly network: Network;
  /** The whole pool. */
  readonly prefix: Prefix;
  readonly length: number;
  readonly gateway: Ip;
  /** Own addresses of the cores, which share the gateway. */
  readonly coreAddresses: readonly [Ip, Ip];
}

/** An MLAG pair and its number. */
export interface MlagDomain extends MlagPair {
  /** 1 to 255: no two that are joined at layer 2 have the same. */
  readonly id: number;
  /** The id, or where ids had to be shared another number: no two domains have the same (16 bits). */
  readonly serial: number;
}

/** What a server with networks was given: in each of them an address of each family, IPv4 first. */
export interface ServerPlan {
  readonly node: ServerNode;
  readonly addresses: ReadonlyMap<string, readonly InterfaceAddress[]>;
}

/** What a routed server was given. */
export interface RoutedServer {
  readonly node: ServerNode;
  /** One of each family at most, IPv4 first. */
  readonly loopbacks: readonly Ip[];
  readonly routerId: Ip;
  /** Services whose addresses it announces. */
  readonly services: readonly AnycastService[];
}

/** What the routed servers of a rack announce of one pool. */
export interface HostBlock {
  readonly family: Family;
  /** The rack's block of the pool; absent where none of its servers has an address in it. */
  readonly block?: Prefix;
  /** Loopbacks of its servers that are not in the block: it is full, or they came from another rack. */
  readonly others: readonly Ip[];
}

export type AddressPurpose =
  'loopback' | 'p2p-link' | 'upstream' | 'oob' | 'gateway' | 'leaf' | 'core' | 'server' | 'host-loopback' | 'anycast';

/** One row of the address plan. */
export interface AddressRecord {
  readonly ip: Ip;
  readonly length: number;
  readonly purpose: AddressPurpose;
  readonly device: string;
  /** What the address is on, neutrally: `loopback`, `oob`, a port (`49/1`), or a network's name. */
  readonly interface: string;
  readonly network?: string;
  /** VRF of an address on a link between switches, where it is not the default table. */
  readonly vrf?: string;
  readonly rack?: Rack;
  readonly span: Span;
}

/** Something the planner could not allocate, for the rules to report. */
export type PlanDefect =
  | {
      readonly kind: 'pool-exhausted';
      readonly pool: string;
      readonly prefix: string;
      readonly needed: number;
      readonly available: number;
      /** How many are kept for what is no longer there. */
      readonly resting: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'subnet-full';
      readonly network: string;
      readonly rack: string;
      readonly prefix: string;
      readonly needed: number;
      readonly available: number;
      /** How many are kept for what is no longer there. */
      readonly resting: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'bad-pin';
      readonly what: string;
      readonly text: string;
      readonly reason: string;
      readonly span: Span;
    };

/** Every allocation of a fabric. */
export interface Plan {
  readonly fabric: Fabric;
  readonly allocations: Allocations;
  readonly switches: ReadonlyMap<string, SwitchPlan>;
  /** Links between switches that are routed, by link id. */
  readonly links: ReadonlyMap<string, LinkPlan>;
  /** For each pair of leafs in a rack, the blocks of the routed path over their interlink, by rack name; `a` is the first leaf. */
  readonly backups: ReadonlyMap<string, readonly LinkBlock[]>;
  /** The same by rack name for each VRF. */
  readonly vrfBackups: ReadonlyMap<string, VrfBlocks>;
  /** VLAN that each VRF has on routed links, by its name. */
  readonly vrfVlans: ReadonlyMap<string, number>;
  /** VLAN of each VRF's routed path between two leafs, by its name. */
  readonly vrfPairVlans: ReadonlyMap<string, number>;
  /** Allocations of an earlier build that nobody asks for any more: kept from others until they are given back. */
  readonly resting: Allocations;
  /** Number of each LAG, by `<device>/<peer>`: a server, a switch, or the first of an MLAG pair that the LAG ends on. */
  readonly lags: ReadonlyMap<string, number>;
  /** Number of each LAG that a switch forms with its MLAG peer, by the same names. */
  readonly mlags: ReadonlyMap<string, number>;
  readonly mlagDomains: readonly MlagDomain[];
  /** VLAN between the two switches of every MLAG pair; absent where there is none. */
  readonly mlagVlan?: number;
  /** VLAN of the routed path between two leafs; absent where no rack has two. */
  readonly pairVlan?: number;
  /** By rack name, in the order of the networks, IPv4 first. */
  readonly subnets: ReadonlyMap<string, readonly SubnetPlan[]>;
  /** In the order of the networks, IPv4 first; empty where each rack has subnets of its own. */
  readonly coreSubnets: readonly CoreSubnet[];
  /** Servers in networks; those that are routers themselves are among the routed ones. */
  readonly servers: ReadonlyMap<string, ServerPlan>;
  readonly routedServers: ReadonlyMap<string, RoutedServer>;
  /** By name of each rack that has routed servers, IPv4 first. */
  readonly hostBlocks: ReadonlyMap<string, readonly HostBlock[]>;
  readonly oobGateway?: Ip;
  /** Every address, in the order of the devices. */
  readonly addresses: readonly AddressRecord[];
  readonly defects: readonly PlanDefect[];
}
