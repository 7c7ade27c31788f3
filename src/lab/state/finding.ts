/** What a device is set to. */
export type Setting = 'interface' | 'ospf' | 'process' | 'neighbour' | 'origin' | 'bond';

/**
 * What is compared, settings before what comes of them:
 *
 * - interface, ospf (on one), process (a routing protocol as a whole), neighbour (a BGP session's settings), origin
 *   (prefixes that a router announces of itself), bond: what a device is set to;
 * - adjacency, session, bfd, lacp, route: what protocols make of it;
 * - path, size, spread, leak, upstream: what packets and routers outside meet.
 */
export type Check =
  Setting | 'adjacency' | 'session' | 'bfd' | 'lacp' | 'route' | 'path' | 'size' | 'spread' | 'leak' | 'upstream';

/** A difference between what was predicted and what the network does. */
export interface Finding {
  readonly check: Check;
  readonly device: string;
  /** Interface, peer, protocol, prefix, or address. */
  readonly subject: string;
  readonly predicted: string;
  readonly found: string;
  /** Another finding that explains this one, in words. */
  readonly cause?: string;
}

const settings: ReadonlySet<Check> = new Set(['interface', 'ospf', 'process', 'neighbour', 'origin', 'bond']);

/** True for a setting that is not as planned: nothing else needs to have led to it. */
export function isSetting({ check }: Finding): boolean {
  return settings.has(check);
}
