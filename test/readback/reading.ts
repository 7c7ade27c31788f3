import type { RenderedFile } from '../../src/render/rendered-file.ts';

/** OSPF on an interface, as read from a config; what the text leaves to the vendor's default is filled in by the reader. */
export interface ReadOspf {
  readonly area: string;
  readonly passive: boolean;
  readonly pointToPoint: boolean;
  readonly cost?: number;
  readonly hello: number;
  readonly dead: number;
  readonly bfd: boolean;
  /** `md5 1`: algorithm and key number. */
  readonly authentication?: string;
}

/** What a config says of one interface. Absent: it says nothing. */
export interface ReadInterface {
  /** IP MTU in bytes, calculated back where the vendor's counts the Ethernet header. */
  readonly mtu?: number;
  /** `10.0.0.1/31`, sorted; a gateway shared with another switch is not among them. */
  readonly addresses: readonly string[];
  /** Gateways that another switch answers for as well, without length, sorted. */
  readonly sharedGateways: readonly string[];
  readonly linkLocal: boolean;
  /** Prefixes of router advertisements to hosts, sorted; absent where none are sent to hosts. */
  readonly advertises?: readonly string[];
  readonly vrf?: string;
  /** Name of the LAG that it is part of. */
  readonly lag?: string;
  /** Of a LAG: `active fast`, `active slow`, `static`. */
  readonly lacp?: string;
  /** Of a LAG: number shared with the MLAG peer. */
  readonly mlag?: number;
  /** Tagged VLANs, ascending. */
  readonly tagged: readonly number[];
  readonly native?: number;
  readonly ospf?: ReadOspf;
  readonly ospf3?: ReadOspf;
}

export interface ReadNeighbor {
  readonly remoteAs: number;
  /** Address families that are active, ascending. */
  readonly families: readonly (4 | 6)[];
  readonly bfd: boolean;
  readonly routeReflectorClient: boolean;
  readonly addPath: boolean;
  /** `4 in NAME`, `6 out NAME`, sorted: policies in force, be they the group's or its own. */
  readonly policies: readonly string[];
}

export interface ReadBgp {
  readonly asn: number;
  readonly routerId: string;
  readonly clusterId?: string;
  readonly maximumPaths: number;
  /** By `<vrf or nothing>|<address or interface name>`. */
  readonly neighbors: Readonly<Record<string, ReadNeighbor>>;
  /** `<vrf or nothing>|<prefix>`, sorted. */
  readonly networks: readonly string[];
  readonly aggregates: readonly string[];
}

export interface ReadMlag {
  readonly domain: number;
  readonly peerLink: string;
  readonly local?: string;
  readonly remote: string;
  readonly keepalive?: string;
}

/** A prefix list as its entries: `10.0.0.0/8` or `10.0.0.0/8 le 24`, in order. */
export type ReadPrefixLists = Readonly<Record<string, readonly string[]>>;

/** What a switch's files say, vendor-neutrally. */
export interface Reading {
  readonly hostname: string;
  /** By the name that the target gives the interface; the management port is left out. */
  readonly interfaces: Readonly<Record<string, ReadInterface>>;
  /** Id to name (a target without names for VLANs: to an empty text). */
  readonly vlans: Readonly<Record<number, string>>;
  readonly vrfs: readonly string[];
  readonly ospfRouterId?: string;
  readonly ospf3RouterId?: string;
  readonly bgp?: ReadBgp;
  readonly mlag?: ReadMlag;
  readonly spanningTreePriority?: number;
  readonly prefixLists: ReadPrefixLists;
}

/** Reads the files of one switch by themselves: it must not use what rendered them. */
export type Reader = (files: readonly RenderedFile[]) => Reading;
