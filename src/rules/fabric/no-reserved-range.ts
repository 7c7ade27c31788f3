import { formatPrefix, overlaps } from '../../ip/index.ts';
import { poolsOf } from '../pools.ts';
import { type ReservedRange, reservedRanges } from '../reserved-ranges.ts';
import { defineRule } from '../rule.ts';

interface Reserved {
  readonly pool: string;
  readonly range: ReservedRange;
}

export const rule = defineRule<Reserved, 'fabric'>({
  stage: 'fabric',
  code: 'FAB031',
  name: 'no-reserved-range',
  severity: 'error',
  summary: 'Pools keep out of loopback, link-local, multicast and reserved ranges.',
  why: 'Systems refuse such addresses on an interface, or never route them.',
  source: 'RFC 6890 section 2.2',
  example: {
    wrong: `addressing: { loopbacks: 127.1.0.0/24, p2pLinks: 10.254.0.0/24 }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
`,
  },
  message: ({ pool, range }) => `${pool} overlaps ${formatPrefix(range.prefix)}, which ${range.use} (${range.source})`,
  hint: () =>
    'Use private addresses: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 (RFC 1918), or 100.64.0.0/10 (RFC 6598).',
  check(fabric, report) {
    for (const pool of poolsOf(fabric)) {
      const range = reservedRanges.find(({ prefix }) => overlaps(prefix, pool.prefix));
      if (range) report({ pool: formatPrefix(pool.prefix), range }, pool.span);
    }
  },
});
