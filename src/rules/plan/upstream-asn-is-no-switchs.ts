import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defineRule } from '../rule.ts';

interface SameNumber {
  readonly upstream: string;
  readonly asn: number;
  readonly device: string;
}

export const rule = defineRule<SameNumber, 'plan'>({
  stage: 'plan',
  code: 'PLAN005',
  name: 'upstream-asn-is-no-switchs',
  severity: 'error',
  summary: 'The autonomous system number of an upstream is that of no switch.',
  why: 'A switch refuses routes with its own number in the path, so that those of the upstream reach it never; with the number of the switch at the other end the session is no external one at all, and filters and next hops are wrong.',
  source: 'RFC 4271 sections 5.1.2 and 9.1.2',
  example: {
    wrong: withUpstreams(twoUpstreams[0], 'name: isp-b, device: border2, asn: 65000, addresses: [192.0.2.3/31]'),
    right: withUpstreams(...twoUpstreams),
  },
  message: ({ upstream, asn, device }) => `AS ${asn} of upstream ${upstream} is also that of ${device}`,
  hint: () => 'Write the number that the upstream gave you, or give the fabric another one.',
  check({ fabric, switches }, report) {
    if (fabric.upstreams.length === 0 || fabric.traits.links !== 'routed') return;
    const byAsn = new Map<number, string>();
    for (const { asn, node } of switches.values()) if (!byAsn.has(asn)) byAsn.set(asn, node.name);
    const { topology } = fabric;
    for (const { name, section } of fabric.upstreams) {
      const device = byAsn.get(section.asn);
      if (device === undefined) continue;
      const { data } = topology;
      const isFabrics = section.asn === data.fabric.asn;
      report(
        { upstream: name, asn: section.asn, device },
        spanOf(topology, section, 'asn'),
        isFabrics ? [{ message: 'the number of the fabric', span: spanOf(topology, data.fabric, 'asn') }] : [],
      );
    }
  },
});
