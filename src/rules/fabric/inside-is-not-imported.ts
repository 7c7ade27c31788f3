import { contains, formatPrefix, parsePrefix } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { poolsOf } from '../pools.ts';
import { defineRule } from '../rule.ts';

interface Foreign {
  readonly upstream: string;
  readonly prefix: string;
  readonly pool: string;
}

export const rule = defineRule<Foreign, 'fabric'>({
  stage: 'fabric',
  code: 'FAB101',
  name: 'inside-is-not-imported',
  severity: 'warning',
  summary: 'What is taken from an upstream is no part of a pool of the fabric.',
  why: 'A route from outside to addresses of the inside draws traffic between racks out of the fabric, wherever no longer prefix is known: by a mistake or by intent of somebody else.',
  source: 'RFC 7454 section 6.1.4 (BCP 194): routes to one’s own prefixes are not accepted from peers',
  example: {
    wrong: withUpstreams(twoUpstreams[0], `${twoUpstreams[1]}, import: [0.0.0.0/0, 10.30.0.0/16]`),
    right: withUpstreams(twoUpstreams[0], `${twoUpstreams[1]}, import: [0.0.0.0/0]`),
  },
  message: ({ upstream, prefix, pool }) => `${prefix}, taken from upstream ${upstream}, is part of ${pool}`,
  hint: () => 'Take the prefix out: traffic between racks needs no route from outside.',
  check(fabric, report) {
    const { topology } = fabric;
    const given = fabric.upstreams.filter(({ section }) => section.import.length > 0);
    if (given.length === 0) return;
    const pools = poolsOf(fabric);
    for (const { name, section } of given) {
      for (const [index, text] of section.import.entries()) {
        const prefix = parsePrefix(text);
        if ('fault' in prefix) continue;
        const pool = pools.find(
          (one) =>
            one.prefix.base.family === prefix.base.family &&
            one.prefix.length <= prefix.length &&
            contains(one.prefix, prefix.base),
        );
        if (!pool) continue;
        report(
          { upstream: name, prefix: formatPrefix(prefix), pool: pool.name },
          spanOf(topology, section.import, index),
          [{ message: `${pool.name} ${formatPrefix(pool.prefix)}`, span: pool.span }],
        );
      }
    }
  },
});
