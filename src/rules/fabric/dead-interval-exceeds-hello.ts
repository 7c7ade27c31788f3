import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface Timers {
  readonly hello: number;
  readonly dead: number;
}

export const rule = defineRule<Timers, 'fabric'>({
  stage: 'fabric',
  code: 'FAB060',
  name: 'dead-interval-exceeds-hello',
  severity: 'error',
  summary: 'The OSPF dead interval is longer than the hello interval.',
  why: 'A neighbour would be declared down before its next hello could arrive, so adjacencies flap for ever.',
  source: 'RFC 2328 appendix C.3',
  example: {
    wrong: `routing: { ospf: { helloInterval: 10, deadInterval: 10 } }
`,
    right: `routing: { ospf: { helloInterval: 10, deadInterval: 40 } }
`,
  },
  message: ({ hello, dead }) => `The dead interval of ${dead} s is not longer than the hello interval of ${hello} s`,
  hint: ({ hello }) => `Four hellos are usual: ${hello * 4}.`,
  check(fabric, report) {
    const { topology } = fabric;
    const { ospf } = topology.data.routing;
    if (ospf.deadInterval > ospf.helloInterval) return;
    const key = topology.spans.has(ospf, 'deadInterval') ? 'deadInterval' : 'helloInterval';
    report({ hello: ospf.helloInterval, dead: ospf.deadInterval }, spanOf(topology, ospf, key));
  },
});
