import { fixWord } from '../../diagnostics/edits.ts';
import { parseIp } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

/** The area of a number, as vendors read it, in the form of an address. */
function dottedQuad(area: string): string | undefined {
  const number = /^\d{1,10}$/.test(area) ? Number(area) : Infinity;
  return number > 0xff_ff_ff_ff ? undefined : [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff).join('.');
}

export const rule = defineRule<{ readonly area: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB061',
  name: 'ospf-area-is-a-dotted-quad',
  severity: 'error',
  summary: 'The OSPF area is written as four numbers up to 255.',
  why: 'Vendors read other forms differently, and both ends of a link must be in the same area.',
  source: 'RFC 2328 appendix C.2',
  example: {
    wrong: `routing: { ospf: { area: 0.0.0 } }
`,
    right: `routing: { ospf: { area: 0.0.0.0 } }
`,
  },
  message: ({ area }) => `${area} is no OSPF area`,
  hint: () => 'The backbone is 0.0.0.0; area 10 is 0.0.0.10.',
  fix: ({ area }, span) => fixWord(span, area, dottedQuad(area)),
  check(fabric, report) {
    const { ospf } = fabric.topology.data.routing;
    if (ospf.area === undefined || parseIp(ospf.area)?.family === 4) return;
    report({ area: ospf.area }, spanOf(fabric.topology, ospf, 'area'));
  },
});
