import {
  type InterfaceAddress,
  type Ip,
  type Prefix,
  contains,
  formatIp,
  formatPrefix,
  networkOf,
} from '../../ip/index.ts';

/** Where a packet goes next; `via` is absent for what is on the link, and for link-local addresses, which nobody plans. */
export interface NextHop {
  readonly interface: string;
  readonly via?: Ip;
}

/** A route in a router's table. No next hop: what matches is discarded. */
export interface Route {
  readonly prefix: Prefix;
  readonly protocol: 'connected' | 'ospf' | 'ebgp' | 'ibgp' | 'local';
  readonly nextHops: readonly NextHop[];
}

/** Routes by prefix in text. */
export type Table = ReadonlyMap<string, Route>;

/** The block that an interface's address lies in. */
export function subnetOf({ ip, length }: InterfaceAddress): Prefix {
  return { base: networkOf(ip, length), length };
}

/** Key of a next hop: two of one key are one. */
export function nextHopKey({ interface: name, via }: NextHop): string {
  return via ? `${name} ${formatIp(via)}` : name;
}

/** Next hops without repetitions, sorted. */
export function uniqueNextHops(all: readonly NextHop[]): NextHop[] {
  const known = new Map(all.map((one) => [nextHopKey(one), one]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}

/** The route of the longest prefix that holds an address. */
export function longestMatch(table: Table, ip: Ip): Route | undefined {
  const bits = ip.family === 4 ? 32 : 128;
  for (let length = bits; length >= 0; length--) {
    const found = table.get(formatPrefix({ base: networkOf(ip, length), length }));
    if (found) return found;
  }
  return undefined;
}

/** True where a prefix lies in another and is longer. */
export function isWithin(inner: Prefix, outer: Prefix): boolean {
  return inner.length > outer.length && contains(outer, inner.base);
}
