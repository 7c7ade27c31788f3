import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly detection: number; readonly dead: number }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB105',
  name: 'bfd-is-quicker-than-hellos',
  severity: 'warning',
  summary: 'BFD finds a dead neighbour sooner than the OSPF dead interval does.',
  why: 'BFD is there to notice in less than a second what hellos notice in many. Slower than these it costs packets and sessions, and finds nothing.',
  source: 'RFC 5880 section 1',
  example: {
    wrong: 'routing: { bfd: { interval: 10000, multiplier: 5 } }\n',
    right: 'routing: { bfd: { interval: 300, multiplier: 3 } }\n',
  },
  message: ({ detection, dead }) => `BFD takes ${detection} s to find a dead neighbour, and OSPF takes ${dead} s`,
  hint: () => 'Leave `routing.bfd` out for the default of 3 packets of 300 ms.',
  check({ topology, traits }, report) {
    const { bfd, ospf } = topology.data.routing;
    if (!bfd.enabled || traits.links !== 'routed' || traits.autonomousSystems !== 'one') return;
    const detection = (bfd.interval * bfd.multiplier) / 1000;
    if (detection < ospf.deadInterval) return;
    const isInterval = topology.spans.has(bfd, 'interval');
    report({ detection, dead: ospf.deadInterval }, spanOf(topology, bfd, isInterval ? 'interval' : 'multiplier'));
  },
});
