import {
  type Family,
  type Ip,
  type Prefix,
  addToIp,
  bitsOf,
  contains,
  formatPrefix,
  overlaps,
  parsePrefix,
  subnetAt,
} from '../../../ip/index.ts';
import type { Plan } from '../../../plan/plan.ts';

/** Blocks that no network on the Internet has: for documentation (RFC 5737, 9637, 3849), and for tests (RFC 2544, 5180). */
const blocks: Readonly<Record<Family, readonly string[]>> = {
  4: ['203.0.113.0/24', '198.51.100.0/24', '192.0.2.0/24', '198.18.0.0/15'],
  6: ['3fff::/20', '2001:db8::/32', '2001:2::/48'],
};

/** Pools that switches of the fabric announce to an upstream, or keep for themselves. */
export function poolsOf({ fabric }: Plan, family: Family): Prefix[] {
  return [...fabric.networks.flatMap(({ pools }) => pools), ...fabric.pools.hostLoopbacks]
    .map(({ prefix }) => prefix)
    .filter(({ base }) => base.family === family);
}

/** The first block that the fabric has no address in. */
function freeBlock(plan: Plan, family: Family): Prefix {
  const pools = poolsOf(plan, family);
  const all = blocks[family].flatMap((text) => {
    const prefix = parsePrefix(text);
    return 'fault' in prefix ? [] : [prefix];
  });
  const isFree = (block: Prefix): boolean =>
    !pools.some((pool) => overlaps(pool, block)) && !plan.addresses.some(({ ip }) => contains(block, ip));
  return all.find(isFree) ?? all[0]!;
}

/** An address behind an upstream of which the fabric takes these prefixes: in the first of them. */
export function outsideHost(plan: Plan, wanted: readonly Prefix[], family: Family): Ip {
  const [first] = wanted;
  const block = first && first.length > 0 ? first : freeBlock(plan, family);
  return block.length === bitsOf(family) ? block.base : addToIp(block.base, 1n);
}

/** What an upstream should not announce: a route to one address, and halves of pools that are the fabric's own. */
export function unwantedPrefixes(plan: Plan, wanted: readonly Prefix[], host: Ip): Prefix[] {
  const bits = bitsOf(host.family);
  const known = new Set(wanted.map(formatPrefix));
  const halves = poolsOf(plan, host.family)
    .filter(({ length }) => length < bits)
    .map((pool) => subnetAt(pool, pool.length + 1, 1));
  return [{ base: host, length: bits }, ...halves].filter((prefix) => !known.has(formatPrefix(prefix)));
}
