/** What an interface does, without regard to how it is written. */
export interface InterfaceMeaning {
  readonly description: string;
  readonly mtu?: number;
  readonly addresses: readonly string[];
  readonly vrf?: string;
  readonly switchport?: { readonly tagged: readonly number[]; readonly native?: number };
  readonly edge?: { readonly broadcast: number; readonly multicast: number; readonly bpduGuard: boolean };
  readonly lag?: { readonly id: number; readonly active: boolean; readonly rate: string };
  readonly minLinks: number;
  readonly bfd?: { readonly interval: number; readonly multiplier: number };
  readonly helpers: readonly string[];
  readonly sharedGateway?: string;
  readonly ospf?: OspfMeaning;
}

export interface OspfMeaning {
  readonly area: string;
  readonly active: boolean;
  readonly pointToPoint: boolean;
  readonly cost?: number;
  readonly bfd: boolean;
  readonly hello: number;
  readonly dead: number;
  readonly retransmit: number;
  readonly key?: string;
}

export interface PolicyStepMeaning {
  readonly policy: string;
  readonly sequence: number;
  readonly action: string;
  readonly prefixList?: string;
  readonly communityList?: string;
  readonly localPreference?: number;
  readonly add: readonly string[];
  readonly next?: number;
}

export interface SessionsMeaning {
  readonly remoteAs?: number;
  readonly group?: string;
  readonly description: string;
  readonly source?: string;
  readonly client: boolean;
  readonly nextHopSelf: boolean;
  readonly addPath: boolean;
  readonly communities: boolean;
  readonly active: boolean;
  readonly password?: string;
  readonly import?: string;
  readonly export?: string;
  readonly limit?: number;
}

/** What a whole config says. */
export interface Meaning {
  readonly hostname: string;
  readonly domain?: string;
  readonly timezone: string;
  readonly dns: readonly string[];
  readonly ntp: readonly string[];
  readonly syslog: readonly string[];
  readonly users: Readonly<Record<string, { role: string; privilege: number; hash?: string; keys: readonly string[] }>>;
  readonly removedUsers: readonly string[];
  readonly authorized: readonly string[];
  readonly snmp?: {
    readonly community: string;
    readonly contact?: string;
    readonly location?: string;
    readonly clients: readonly string[];
    readonly vrfs: readonly string[];
  };
  /** VRFs in which a service answers. */
  readonly services: { readonly ssh: readonly string[]; readonly api: readonly string[] };
  readonly basics: readonly string[];
  readonly managementGateway?: string;
  readonly vlans: Readonly<Record<number, string>>;
  readonly gatewayMac?: string;
  readonly interfaces: Readonly<Record<string, InterfaceMeaning>>;
  readonly prefixLists: Readonly<Record<string, readonly string[]>>;
  readonly communityLists: Readonly<Record<string, readonly string[]>>;
  readonly policies: readonly PolicyStepMeaning[];
  readonly bgp?: {
    readonly asn: number;
    readonly routerId: string;
    readonly clusterId?: string;
    readonly paths: readonly number[];
    readonly ipv4ByDefault: boolean;
    readonly sessions: Readonly<Record<string, SessionsMeaning>>;
    readonly networks: readonly string[];
  };
  readonly ospf?: {
    readonly routerId: string;
    readonly referenceBandwidth: number;
    readonly paths: number;
    readonly passiveByDefault: boolean;
    readonly maxMetric: string;
    readonly timers: readonly string[];
  };
}
