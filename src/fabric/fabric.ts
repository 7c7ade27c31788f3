import type { MultiUndirectedGraph } from 'graphology';
import type { Span } from '../diagnostics/span.ts';
import type { InterfaceAddress, Ip, Prefix } from '../ip/index.ts';
import type { Breakout, Gbps, Platform, PortRun } from '../platforms/platform.ts';
import type { LinkSection, RackSection, ServerGroup, Topology, UpstreamSection } from '../topology/topology.ts';
import type { FabricDefect } from './defect.ts';
import type { DesignTraits } from './design-traits.ts';
import type { EarlierAllocations, Renames } from './earlier.ts';

export type SwitchRole = 'superspine' | 'spine' | 'leaf' | 'border';

/** A port by its number on the front panel; `channel` (from 1) where the port is broken out. A server's port is its NIC, from 1. */
export interface PortRef {
  readonly port: number;
  readonly channel?: number;
}

/** A port of a switch as built: its place on the panel and how it is run. */
export interface SwitchPort {
  readonly ref: PortRef;
  readonly run: PortRun;
  /** Absent: the port is run whole. */
  readonly breakout?: Breakout;
  readonly speed: Gbps;
}

export interface Zone {
  readonly name: string;
  /** From 0, in order of the file. */
  readonly index: number;
}

export interface Pod {
  readonly name: string;
  readonly index: number;
}

export interface Rack {
  readonly name: string;
  readonly zone: Zone;
  readonly pod?: Pod;
  /** Height in rack units. */
  readonly height: number;
  /** Position in the file's order, from 0. */
  readonly index: number;
  /** Leafs that the file asks for. */
  readonly leafCount: number;
  readonly leafs: SwitchNode[];
  readonly servers: ServerNode[];
  /** Name that the rack had before, if the file says so. */
  readonly former?: string;
  readonly section: RackSection;
  readonly span: Span;
}

export interface SwitchNode {
  readonly kind: 'switch';
  readonly name: string;
  readonly role: SwitchRole;
  /** Number within its rack (leaf), pod or fabric (spine, superspine), from 1. */
  readonly number: number;
  readonly platform: Platform;
  /** The platform's ports, or those that the user counted. */
  readonly panel: readonly PortRun[];
  readonly os: string;
  readonly rack?: Rack;
  readonly pod?: Pod;
  /** Lowest rack unit. */
  readonly unit?: number;
  /** Place of a switch that stands in no rack of the fabric. */
  readonly place?: string;
  /** IP MTU of its fabric links. */
  readonly mtu: number;
  readonly maintenance: boolean;
  /** Ports in use, by text of the reference (`49`, `49/1`). */
  readonly ports: Map<string, SwitchPort>;
  readonly span: Span;
}

export interface ServerNode {
  readonly kind: 'server';
  readonly name: string;
  readonly role: string;
  readonly rack: Rack;
  readonly group: ServerGroup;
  /** NIC names, one a port. */
  readonly nics: readonly string[];
  /** Networks the server is in, in order; unknown ones are left out. */
  readonly networks: readonly Network[];
  /** The network without a tag. */
  readonly untagged?: Network;
  readonly speed: Gbps;
  readonly macs: readonly string[];
  readonly unit?: number;
  readonly span: Span;
}

/** True for a server that is a router itself: it has BGP with its leafs, and no VLANs. */
export function isRouted(server: ServerNode): boolean {
  return server.group.bond === 'routed';
}

export type FabricNode = SwitchNode | ServerNode;

export interface LinkEnd {
  readonly node: string;
  readonly port: PortRef;
}

/** uplink: to the tier above; interlink: between the two leafs of a rack; server: to a NIC; extra: another that the user gave. */
export type LinkKind = 'uplink' | 'interlink' | 'server' | 'extra';

/** One cable. `a` is the lower end: the server, or the switch of the lower tier. */
export interface Link {
  /** `<a>--<z>#<n>`: unique, and the same whatever else is in the fabric. */
  readonly id: string;
  readonly kind: LinkKind;
  readonly a: LinkEnd;
  readonly z: LinkEnd;
  readonly speed: Gbps;
  /** IP MTU that the user gave this link. */
  readonly mtu?: number;
  /** Measured length in metres. */
  readonly length?: number;
  /** Lines of the user's own for the ports at its ends, by operating system. */
  readonly extra?: LinkSection['extra'];
  readonly span: Span;
}

/** A routing table of its own. */
export interface VrfSpec {
  readonly name: string;
  /** Position in the file, from 0. */
  readonly index: number;
  readonly span: Span;
}

/** Networks that another VRF takes over; `to` is absent for the default table. */
export interface Leak {
  readonly networks: readonly Network[];
  readonly to?: string;
  readonly span: Span;
}

/** A cable to a router outside the fabric, and the sessions over it. */
export interface Upstream {
  readonly section: UpstreamSection;
  readonly name: string;
  /** The switch and its port. */
  readonly end: LinkEnd;
  readonly speed: Gbps;
  /** One for each address of this end. */
  readonly sessions: readonly { readonly own: InterfaceAddress; readonly peer: Ip }[];
  readonly imports: readonly Prefix[];
  readonly exports: readonly Network[];
  /** Whether it is told the pools of the routed servers' loopbacks. */
  readonly exportsHosts: boolean;
  /** Anycast services whose addresses it is told. */
  readonly exportedServices: readonly AnycastService[];
  readonly span: Span;
}

/** A cable that the file asks for and that could not be laid; a defect says why. */
export interface UnlaidLink {
  readonly kind: LinkKind;
  /** Names of the devices at its lower and its upper end. */
  readonly a: string;
  readonly z: string;
}

/** Addresses of a network of one family. */
export interface NetworkPool {
  readonly prefix: Prefix;
  /** Prefix length of a rack's subnet. */
  readonly perRack: number;
  readonly span: Span;
}

export interface Network {
  readonly name: string;
  /** Position in the file, from 0. */
  readonly index: number;
  readonly description?: string;
  readonly vlan: number;
  /** One of each address family at most, IPv4 first. */
  readonly pools: readonly NetworkPool[];
  readonly mtu: number;
  readonly gateway: 'first' | 'last' | 'none';
  readonly defaultRoute: boolean;
  /** Hosts make IPv6 addresses of their own (RFC 4862). */
  readonly slaac: boolean;
  /** Absent: the default table. */
  readonly vrf?: string;
  readonly dhcpRelay: readonly Ip[];
  readonly span: Span;
}

/** Addresses that all routed servers of some roles have at once. */
export interface AnycastService {
  readonly name: string;
  readonly addresses: readonly { readonly ip: Ip; readonly span: Span }[];
  readonly roles: readonly string[];
  readonly span: Span;
}

/** A pool and where it is written. */
export interface PoolSection {
  readonly prefix: Prefix;
  readonly span: Span;
}

/** Pools of the fabric, IPv4 first; absent where the text was no prefix (which is reported). */
export interface Pools {
  readonly loopbacks: readonly PoolSection[];
  readonly p2pLinks: readonly PoolSection[];
  readonly hostLoopbacks: readonly PoolSection[];
  readonly oob: readonly PoolSection[];
}

/** The topology expanded: every rack, switch, server and cable, before any address. */
export interface Fabric {
  readonly topology: Topology;
  /** What the design asks of graph and plan. */
  readonly traits: DesignTraits;
  readonly name: string;
  /** Nodes and cables; node keys are names, edge keys link ids. */
  readonly graph: MultiUndirectedGraph<FabricNode, Link>;
  readonly zones: readonly Zone[];
  readonly pods: readonly Pod[];
  readonly racks: readonly Rack[];
  /** Superspines, spines, leafs, each in order. */
  readonly switches: readonly SwitchNode[];
  readonly servers: readonly ServerNode[];
  readonly links: readonly Link[];
  readonly upstreams: readonly Upstream[];
  readonly unlaid: readonly UnlaidLink[];
  readonly networks: readonly Network[];
  readonly vrfs: readonly VrfSpec[];
  readonly leaks: readonly Leak[];
  readonly anycast: readonly AnycastService[];
  readonly pools: Pools;
  /** Allocations of an earlier build, under the names of now. */
  readonly earlier: EarlierAllocations;
  /** Former names that the file gives, to the names of now. */
  readonly renames: Renames;
  /** What could not be built, for the rules to report. */
  readonly defects: readonly FabricDefect[];
}

/** `49`, or `49/1` for a channel. */
export function portText(ref: PortRef): string {
  return ref.channel === undefined ? String(ref.port) : `${ref.port}/${ref.channel}`;
}
