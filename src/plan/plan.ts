import type { Span } from '../diagnostics/span.ts';
import type { Allocations } from '../fabric/earlier.ts';
import type { Fabric, Link, Network, Rack, ServerNode, SwitchNode } from '../fabric/fabric.ts';
import type { InterfaceAddress, Ip, Prefix } from '../ip/index.ts';

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

/** A routed link between switches: a block of each family, IPv4 first; none where link-local addresses do. */
export interface LinkPlan {
  readonly link: Link;
  readonly blocks: readonly LinkBlock[];
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

/** What a server was given: in each of its networks an address of each family, IPv4 first. */
export interface ServerPlan {
  readonly node: ServerNode;
  readonly addresses: ReadonlyMap<string, readonly InterfaceAddress[]>;
}

export type AddressPurpose = 'loopback' | 'p2p-link' | 'upstream' | 'oob' | 'gateway' | 'leaf' | 'server';

/** One row of the address plan. */
export interface AddressRecord {
  readonly ip: Ip;
  readonly length: number;
  readonly purpose: AddressPurpose;
  readonly device: string;
  /** What the address is on, neutrally: `loopback`, `oob`, a port (`49/1`), or a network's name. */
  readonly interface: string;
  readonly network?: string;
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
  /** Allocations of an earlier build that nobody asks for any more: kept from others until they are given back. */
  readonly resting: Allocations;
  /** Number of each LAG, by `<device>/<peer>`. */
  readonly lags: ReadonlyMap<string, number>;
  /** VLAN of the routed path between two leafs; absent where no rack has two. */
  readonly pairVlan?: number;
  /** By rack name, in the order of the networks, IPv4 first. */
  readonly subnets: ReadonlyMap<string, readonly SubnetPlan[]>;
  readonly servers: ReadonlyMap<string, ServerPlan>;
  readonly oobGateway?: Ip;
  /** Every address, in the order of the devices. */
  readonly addresses: readonly AddressRecord[];
  readonly defects: readonly PlanDefect[];
}
