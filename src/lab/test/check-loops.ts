import type { Forwarding } from '../../analysis/forwarding/fib.ts';
import { longestMatch } from '../../analysis/forwarding/routes.ts';
import { type Ip, addToIp, contains, formatIp, lastOf } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { each } from '../host/each.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { LabUpstream } from '../network/upstreams/lab-upstream.ts';
import { poolsOf } from '../network/upstreams/outside-prefixes.ts';
import type { Finding } from '../state/finding.ts';
import { complaint } from './check-paths.ts';
import type { ServerPair } from './server-pairs.ts';

/** At how many pairs is pinged at the same time: most wait for nothing. */
const atOnce = 24;
/** Unused addresses of a pool, and servers of a family: so many, that their packets take all ways out. */
const addressesPerPool = 3;
const serversPerFamily = 4;

/** Addresses of each pool that the switches of upstreams discard packets to, since nobody has them. */
function unusedAddresses(plan: Plan, upstreams: readonly LabUpstream[], { tables }: Forwarding): Ip[] {
  return ([4, 6] as const).flatMap((family) =>
    poolsOf(plan, family).flatMap((pool) => {
      const last = Array.from({ length: addressesPerPool }, (_, index) => addToIp(lastOf(pool), -1 - index));
      return last.filter((ip) =>
        upstreams.every(({ cable: [near] }) => {
          const route = longestMatch(tables.get(near.device) ?? new Map(), ip);
          return route?.protocol === 'local' && route.nextHops.length === 0 && contains(pool, route.prefix.base);
        }),
      );
    }),
  );
}

/** Sends packets to addresses of the inside that nobody has, from outside and from servers: none may circle. */
export async function checkLoops(
  lab: Namespaces,
  plan: Plan,
  upstreams: readonly LabUpstream[],
  forwarding: Forwarding,
  outside: readonly ServerPair[],
): Promise<Finding[]> {
  const sources = [
    ...upstreams.flatMap(({ name, sessions }) => sessions.map(({ host }) => ({ from: name, source: formatIp(host) }))),
    ...[4, 6].flatMap((family) => {
      const own = outside.filter((pair) => pair.family === family);
      return [...new Map(own.map((pair) => [pair.from, pair])).values()].slice(0, serversPerFamily);
    }),
  ];
  const pairs = unusedAddresses(plan, upstreams, forwarding).flatMap((ip) =>
    sources
      .filter(({ source }) => source.includes(':') === (ip.family === 6))
      .map(({ from, source }) => ({ from, source, address: formatIp(ip) })),
  );
  const found = await each(pairs, atOnce, async (pair): Promise<Finding[]> => {
    const said = await complaint(lab, pair, ['-W', '1']);
    if (said !== undefined && !/exceeded/i.test(said)) return [];
    const base = { check: 'upstream', device: pair.from, subject: `${pair.address}, which nobody has` } as const;
    return [{ ...base, predicted: 'packets are dropped', found: said ?? 'an answer' }];
  });
  return found.flat();
}
