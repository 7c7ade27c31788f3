import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly dead: number; readonly hello: number }, 'fabric', 'hellos'>({
  stage: 'fabric',
  code: 'FAB107',
  name: 'dead-interval-allows-lost-hellos',
  severity: 'warning',
  summary: 'The OSPF dead interval is several hello intervals.',
  why: 'One hello lost, or late behind other work of the processor, would be enough to take an adjacency down that has nothing wrong with it.',
  source: 'RFC 2328 section C.3 (say 4 times the hello interval)',
  example: {
    wrong: 'routing: { ospf: { helloInterval: 10, deadInterval: 15 } }\n',
    right: 'routing: { ospf: { helloInterval: 10, deadInterval: 40 } }\n',
  },
  message: ({ dead, hello }) =>
    `The dead interval of ${dead} s leaves no room for lost hellos, of which one comes every ${hello} s`,
  hint: ({ hello }) => `Four hellos are usual: \`deadInterval: ${hello * 4}\`.`,
  thresholds: {
    hellos: {
      default: 3,
      minimum: 1,
      maximum: 100,
      description: 'Fewest hello intervals that the dead interval is to last.',
    },
  },
  check({ topology, traits }, report, { hellos }) {
    const { ospf } = topology.data.routing;
    const { helloInterval: hello, deadInterval: dead } = ospf;
    if (traits.links !== 'routed' || traits.autonomousSystems !== 'one') return;
    // No longer than one hello is an error of its own.
    if (dead <= hello || dead >= hello * hellos) return;
    report(
      { dead, hello },
      spanOf(topology, ospf, topology.spans.has(ospf, 'deadInterval') ? 'deadInterval' : 'helloInterval'),
    );
  },
});
