import { formatPrefix } from '../../ip/index.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { type Pool, overlapping, poolsOf, upstreamSubnets } from '../pools.ts';
import { defineRule } from '../rule.ts';

interface Shared {
  readonly subnet: Pool;
  readonly other: Pool;
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

export const rule = defineRule<Shared, 'fabric'>({
  stage: 'fabric',
  code: 'FAB102',
  name: 'upstream-subnet-is-its-own',
  severity: 'error',
  summary: 'The subnet between a switch and an upstream lies in no pool, and is that of no other upstream.',
  why: 'Two ports of one fabric would be in the same subnet: of two routes to the neighbour one is wrong, so that its session does not come up; and addresses of a pool would be given to others as well.',
  example: {
    wrong: withUpstreams(twoUpstreams[0], 'name: isp-b, device: border2, asn: 64501, addresses: [10.30.9.0/31]'),
    right: withUpstreams(...twoUpstreams),
  },
  message({ subnet, other }) {
    const [one, two] = [formatPrefix(subnet.prefix), formatPrefix(other.prefix)];
    if (subnet.prefix.length === other.prefix.length)
      return `${capital(subnet.name)} and ${other.name} are both ${one}`;
    return `${capital(subnet.name)}, ${one}, shares addresses with ${other.name}, ${two}`;
  },
  hint: () => 'Take a subnet from the upstream’s own addresses, or one that is in no pool.',
  check(fabric, report) {
    if (fabric.upstreams.length === 0) return;
    const pools = poolsOf(fabric);
    for (const { outer, inner } of overlapping([...pools, ...upstreamSubnets(fabric, pools.length)])) {
      const [other, subnet] = outer.index < inner.index ? [outer, inner] : [inner, outer];
      // Pools that overlap each other are another rule's.
      if (subnet.index < pools.length) continue;
      report({ subnet, other }, subnet.span, [
        { message: `${other.name} ${formatPrefix(other.prefix)}`, span: other.span },
      ]);
    }
  },
});
