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
  /** Panel numbers of the first and the last port, as the vendor's command line prints them: from 0 on Junos. */
  readonly first: number;
  readonly last: number;
  readonly connector: Connector;
  /** Electrical lanes of the connector: 1 for SFP, 4 for QSFP, 8 for QSFP-DD and OSFP. */
  readonly lanes: 1 | 4 | 8;
  /** Speeds of the whole port, highest first. A transceiver with fewer lanes may be what gives a lower one. */
  readonly speeds: readonly Gbps[];
  /** Only modes that all ports of the run can be in at once; empty where no source tells. */
  readonly breakouts: readonly Breakout[];
  /** What the automatic cabling uses them for; `any` may be either. */
  readonly use: 'access' | 'uplink' | 'any';
  /** That many neighbouring ports share one speed (and are counted from `first`). */
  readonly speedGroup?: number;
}

/** A forwarding table, as the profiles name it. */
export type Table = 'mac' | 'ipv4Neighbors' | 'ipv6Neighbors' | 'ipv4Routes' | 'ipv6Routes' | 'ipv6LongRoutes';

/**
 * One way to divide the forwarding tables, in entries. Profiles are alternatives. Vendors check one table at a time,
 * so not all may fill up together; `shared` names those that certainly do not.
 */
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
  /** Sets of tables that share memory: the figure of each holds while the others of its set are empty. */
  readonly shared?: readonly (readonly Table[])[];
  readonly source: string;
}

/** A fact of a model that needs a source. Table profiles have theirs in themselves. */
export type Fact =
  'asic' | 'rackUnits' | 'weightKg' | 'ports' | 'ecmpWidth' | 'lagWidth' | 'logicalPorts' | 'bufferBytes' | 'power';

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
  /** Packet buffer in bytes: what the chip has, or the pool that an operating system makes of it, as the source says. */
  readonly bufferBytes?: number;
  /** Power in watts; `supply` is the rating of a power supply, not what the box draws. */
  readonly power?: { readonly typical?: number; readonly maximum?: number; readonly supply?: number };
  /** Source of each fact: a citation that a reader can look up. */
  readonly sources: Readonly<Partial<Record<Fact, string>>>;
}

/** Reads `25G`; the schema has checked the form. */
export function parseSpeed(text: string): Gbps {
  return Number(text.slice(0, -1)) as Gbps;
}
