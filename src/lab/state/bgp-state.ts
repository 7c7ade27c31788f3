/** What a session does for one address family. */
export interface NeighbourFamily {
  readonly reflectorClient: boolean;
  readonly nextHopSelf: boolean;
  /** Sends all paths of a prefix (RFC 7911). */
  readonly allPaths: boolean;
  readonly defaultOriginate: boolean;
  /** How often the own AS number may stand in the path of an accepted route. */
  readonly allowOwnAs: number;
  /** 0: any number. */
  readonly maximumPrefixes: number;
  /** Names of route maps; empty without one. */
  readonly importPolicy: string;
  readonly exportPolicy: string;
}

/** Settings of a BGP session at one end. */
export interface NeighbourState {
  readonly remoteAs: number;
  /** Seconds. */
  readonly keepalive: number;
  readonly hold: number;
  readonly bfd: boolean;
  readonly families: ReadonlyMap<'ipv4' | 'ipv6', NeighbourFamily>;
}

/** Settings of a routing protocol as a whole, each by what it is called. */
export type ProcessState = ReadonlyMap<string, string>;

/** Most equal next hops of routes from outside the AS, and from inside; absent where no session brings such. */
export interface PathLimits {
  readonly external?: number;
  readonly internal?: number;
}

/** BGP as a whole, in one routing table. */
export interface BgpProcess {
  readonly asn: number;
  readonly routerId: string;
  /** What a route reflector puts into the cluster list; absent where it reflects nothing. */
  readonly clusterId?: string;
  readonly multipathRelax: boolean;
  readonly maximumPaths: ReadonlyMap<'ipv4' | 'ipv6', PathLimits>;
}

/** The settings of BGP in words. */
export function bgpProcess({ asn, routerId, clusterId, multipathRelax, maximumPaths }: BgpProcess): ProcessState {
  const limits = [...maximumPaths].flatMap(([family, { external, internal }]) => [
    ...(external === undefined ? [] : [[`${family}: equal next hops of eBGP`, `at most ${external}`] as const]),
    ...(internal === undefined ? [] : [[`${family}: equal next hops of iBGP`, `at most ${internal}`] as const]),
  ]);
  return new Map([
    ['AS', String(asn)],
    ['router id', routerId],
    ['cluster id', clusterId ?? 'none'],
    ['paths of different AS numbers', multipathRelax ? 'equal' : 'not equal'],
    ...limits,
  ]);
}
