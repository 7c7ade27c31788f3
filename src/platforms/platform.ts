/** Gigabits per second. */
export type Gbps = 1 | 10 | 25 | 40 | 50 | 100 | 200 | 400 | 800;

export type Connector = 'rj45' | 'sfp+' | 'sfp28' | 'qsfp+' | 'qsfp28' | 'qsfp56' | 'qsfp-dd' | 'osfp';

/** Splitting one port into several channels of a lower speed. */
export interface Breakout {
  readonly channels: number;
  readonly speed: Gbps;
}

/** A run of equal front-panel ports. */
export interface PortRun {
  /** Panel numbers of the first and the last port. */
  readonly first: number;
  readonly last: number;
  readonly connector: Connector;
  /** Electrical lanes of the connector: 1 for SFP, 4 for QSFP, 8 for QSFP-DD and OSFP. */
  readonly lanes: 1 | 4 | 8;
  /** Speeds of the whole port, highest first. */
  readonly speeds: readonly Gbps[];
  readonly breakouts: readonly Breakout[];
  /** What the automatic cabling uses them for; `any` may be either. */
  readonly use: 'access' | 'uplink' | 'any';
  /** That many neighbouring ports share one speed (and are counted from `first`). */
  readonly speedGroup?: number;
}

/** One way to divide the forwarding tables; profiles are alternatives, never simultaneous maxima. In entries. */
export interface TableProfile {
  readonly name: string;
  /** Operating system that the profile belongs to. */
  readonly nos?: string;
  readonly mac?: number;
  readonly ipv4Neighbors?: number;
  readonly ipv6Neighbors?: number;
  readonly ipv4Routes?: number;
  /** IPv6 routes up to /64. */
  readonly ipv6Routes?: number;
  /** IPv6 routes longer than /64. */
  readonly ipv6LongRoutes?: number;
  readonly source: string;
}

/**
 * Facts of a switch model. A fact that no source gives is absent, never guessed; `sources` names the
 * source of each that is there.
 */
export interface Platform {
  readonly id: string;
  readonly vendor: string;
  readonly model: string;
  /** Tiers it is commonly used in. */
  readonly tiers: readonly ('leaf' | 'spine' | 'superspine')[];
  readonly asic?: string;
  /** Height in rack units. */
  readonly rackUnits?: number;
  readonly weightKg?: number;
  /** Front panel in order. Empty: the user counts the ports in the topology (`ports`). */
  readonly ports: readonly PortRun[];
  /** Most next hops of one route. */
  readonly ecmpWidth?: number;
  /** Most members of one link aggregation group. */
  readonly lagWidth?: number;
  /** Most logical ports after breakouts. */
  readonly logicalPorts?: number;
  readonly tables?: readonly TableProfile[];
  /** Packet buffer in bytes. */
  readonly bufferBytes?: number;
  /** Power in watts; `supply` is the rating of a power supply, not what the box draws. */
  readonly power?: { readonly typical?: number; readonly maximum?: number; readonly supply?: number };
  /** Source of each fact by its name in this object: a citation that a reader can look up. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Reads `25G`; the schema has checked the form. */
export function parseSpeed(text: string): Gbps {
  return Number(text.slice(0, -1)) as Gbps;
}
