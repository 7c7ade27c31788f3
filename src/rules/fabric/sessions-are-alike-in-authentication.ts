import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defineRule } from '../rule.ts';

const key = 'authentication: { key: env:PATH }';

export const rule = defineRule<{ readonly open: string; readonly locked: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB108',
  name: 'sessions-are-alike-in-authentication',
  severity: 'info',
  summary: 'Where BGP has a key, OSPF below it has one, and so has every upstream where one of them has.',
  why: 'A key guards what all ways in have. Without one on OSPF, whoever is on a link moves the next hops of the sessions that have keys; and of two upstreams, the open one is the way in.',
  source: 'RFC 7454 section 5.1 (BCP 194); RFC 7474 section 1',
  example: {
    wrong: withUpstreams(`${twoUpstreams[0]}, ${key}`, twoUpstreams[1]),
    right: withUpstreams(`${twoUpstreams[0]}, ${key}`, `${twoUpstreams[1]}, ${key}`),
  },
  message: ({ open, locked }) => `${locked} has a key, and ${open} has none`,
  check({ topology, traits }, report) {
    const { routing, upstreams } = topology.data;
    if (traits.links !== 'routed') return;
    const locked = upstreams.find(({ authentication }) => authentication);
    for (const upstream of locked ? upstreams : []) {
      if (upstream.authentication) continue;
      report(
        { open: `upstream ${upstream.name}`, locked: `Upstream ${locked!.name}` },
        spanOf(topology, upstream, 'name'),
        [{ message: `the key of ${locked!.name}`, span: spanOf(topology, locked!, 'authentication') }],
      );
    }
    const { bgp, ospf } = routing;
    if (traits.autonomousSystems !== 'one' || !bgp.authentication || ospf.authentication) return;
    report({ open: 'OSPF below it', locked: 'BGP' }, spanOf(topology, bgp, 'authentication'));
  },
});
