import { fixWord } from '../../diagnostics/edits.ts';
import type { Span } from '../../diagnostics/span.ts';
import { parsePrefix } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

interface BadPrefix {
  readonly text: string;
  /** The block that holds it, when only host bits are wrong. */
  readonly network?: string;
  readonly span: Span;
}

export const rule = defineRule<BadPrefix, 'fabric'>({
  stage: 'fabric',
  code: 'FAB006',
  name: 'prefix-is-a-network',
  severity: 'error',
  summary: 'A pool is a block of addresses: an address with no bit set beyond the prefix length.',
  why: 'With host bits set it is not clear which block is meant: 10.20.1.0/16 may be 10.20.0.0/16 or 10.20.1.0/24.',
  source: 'RFC 4632 section 3.1',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.1/24, p2pLinks: 10.254.0.0/24 }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
`,
  },
  message: ({ text, network }) =>
    network === undefined ? `${text} is no prefix` : `${text} has host bits set: it lies in ${network}`,
  hint: ({ network }) =>
    network === undefined ? 'A prefix looks like 10.20.0.0/16.' : `Write ${network}, or the length that was meant.`,
  fix: ({ text, network }, span) => fixWord(span, text, network),
  check(fabric, report) {
    const { topology } = fabric;
    for (const defect of defectsOf(fabric, 'bad-prefix')) report(defect, defect.span);
    const clients = topology.data.system.snmp?.clients ?? [];
    for (const [index, text] of clients.entries()) {
      const prefix = parsePrefix(text);
      if (!('fault' in prefix)) continue;
      const span = spanOf(topology, clients, index);
      report({ text, span, ...(prefix.network === undefined ? {} : { network: prefix.network }) }, span);
    }
  },
});
