import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly instead: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB106',
  name: 'bfd-is-on',
  severity: 'info',
  summary: 'Fabric links run BFD.',
  why: 'A link that passes no packets while both ends see light is found by nothing else but the timers of the routing protocols: all that time a part of the flows is lost.',
  source: 'RFC 5880 section 1',
  example: { wrong: 'routing: { bfd: { enabled: false } }\n', right: 'routing: { bfd: { enabled: true } }\n' },
  message: ({ instead }) => `Without BFD, a link that is up and passes nothing is found ${instead}`,
  check({ topology, traits }, report) {
    const { bfd, ospf } = topology.data.routing;
    if (bfd.enabled || traits.links !== 'routed') return;
    const instead =
      traits.autonomousSystems === 'one'
        ? `after the OSPF dead interval of ${ospf.deadInterval} s`
        : 'when the BGP hold time is over';
    report({ instead }, spanOf(topology, bfd, 'enabled'));
  },
});
