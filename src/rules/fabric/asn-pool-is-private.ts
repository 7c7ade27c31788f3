import { asnPool } from '../../plan/autonomous-systems.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

/** Ranges of numbers for private use (RFC 6996). */
const privateRanges = [
  [64512, 65534],
  [4200000000, 4294967294],
] as const;

export const rule = defineRule<{ readonly text: string; readonly fault: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB068',
  name: 'asn-pool-is-private',
  severity: 'error',
  summary: 'The pool of autonomous system numbers is a range, and lies in one of the ranges for private use.',
  why: 'Numbers of others in the paths of your routes make their networks refuse these routes as loops.',
  source: 'RFC 6996 section 5; RFC 7938 section 5.2.1',
  example: {
    wrong: 'routing: { bgp: { asnPool: 100-2000 } }\n',
    right: 'routing: { bgp: { asnPool: 64512-65534 } }\n',
  },
  message: ({ text, fault }) => `${text} ${fault}`,
  hint: () => 'Private ranges are 64512-65534 and 4200000000-4294967294.',
  check(fabric, report) {
    const { bgp } = fabric.topology.data.routing;
    const pool = asnPool(fabric);
    const span = spanOf(fabric.topology, bgp, 'asnPool');
    if (!pool) report({ text: bgp.asnPool, fault: 'is no range of autonomous system numbers' }, span);
    else if (!privateRanges.some(([first, last]) => pool.first >= first && pool.last <= last)) {
      report({ text: bgp.asnPool, fault: 'is not within a range for private use' }, span);
    }
  },
});
