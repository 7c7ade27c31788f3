import { formatPrefix } from '../../ip/index.ts';
import { type Pool, overlappingPools } from '../pools.ts';
import { defineRule } from '../rule.ts';

interface Overlap {
  readonly pool: Pool;
  readonly other: Pool;
}

export const rule = defineRule<Overlap, 'fabric'>({
  stage: 'fabric',
  code: 'FAB030',
  name: 'no-overlapping-pools',
  severity: 'error',
  summary: 'No two address pools share an address.',
  why: 'The same address would be given to two devices, and traffic for one would reach the other.',
  example: {
    wrong: `addressing: { loopbacks: 10.20.5.0/24, p2pLinks: 10.254.0.0/24 }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
`,
  },
  message({ pool, other }) {
    const [one, two] = [formatPrefix(pool.prefix), formatPrefix(other.prefix)];
    if (pool.prefix.length === other.prefix.length) return `${pool.name} and ${other.name} are both ${one}`;
    return pool.prefix.length > other.prefix.length
      ? `${pool.name} ${one} lies inside ${other.name} ${two}`
      : `${pool.name} ${one} contains ${other.name} ${two}`;
  },
  hint: () => 'Give one of them a block of its own.',
  check(fabric, report) {
    for (const { outer, inner } of overlappingPools(fabric)) {
      const [other, pool] = outer.index < inner.index ? [outer, inner] : [inner, outer];
      report({ pool, other }, pool.span, [
        { message: `${other.name} ${formatPrefix(other.prefix)}`, span: other.span },
      ]);
    }
  },
});
