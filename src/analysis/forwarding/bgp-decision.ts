import type { BgpNextHop, Path } from './bgp-path.ts';

/** Cost of reaching a next hop; undefined where it cannot be reached. */
export type CostOf = (table: string, nextHop: BgpNextHop) => number | undefined;

/** Between sources, those nearer the prefix come first (RFC 4271, 9.1.2.2 d). */
const rank = { local: 0, ebgp: 1, ibgp: 2 } as const;

const isLearnt = ({ source }: Path): number => (source === 'local' ? 0 : 1);

/** Paths in order of preference; those that compare equal may share the traffic (RFC 4271, 9.1.2.2, up to e). */
export function compare(a: Path, b: Path, cost: (path: Path) => number): number {
  return (
    b.localPreference - a.localPreference ||
    isLearnt(a) - isLearnt(b) ||
    a.asPath.length - b.asPath.length ||
    rank[a.source] - rank[b.source] ||
    cost(a) - cost(b)
  );
}

const numberOf = (routerId: string): number => routerId.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const originatorOf = ({ originator, from }: Path): number => numberOf(originator ?? from);

/** The last resort, which decides what is announced: shorter reflection, then lower router id (RFC 4456, 9). */
export function tieBreak(a: Path, b: Path): number {
  return (
    originatorOf(a) - originatorOf(b) ||
    a.clusters.length - b.clusters.length ||
    numberOf(a.from) - numberOf(b.from) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Without relaxing, eBGP paths must be from one neighbouring system, and iBGP paths over the same systems. */
export function isSameWay(a: Path, b: Path): boolean {
  return a.source === 'ebgp' ? a.asPath[0] === b.asPath[0] : a.asPath.join(' ') === b.asPath.join(' ');
}
