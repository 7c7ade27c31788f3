import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

const leafs = (racks: number): string => `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 400, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
addressing: { loopbacks: 10.255.0.0/20, p2pLinks: 10.254.0.0/16, oob: 10.253.0.0/20 }
networks: {}
racks: [{ name: "r{1..${racks}}" }]
`;

export const rule = defineRule<{ readonly routers: number; readonly most: number }, 'fabric', 'routers'>({
  stage: 'fabric',
  code: 'FAB113',
  name: 'ospf-area-is-of-bounded-size',
  severity: 'warning',
  summary: 'The one OSPF area has no more switches than such areas are run with.',
  why: 'Every change of a link is flooded over every other link of a Clos, many times over: in a large one the processors are busy with copies while routes wait.',
  source:
    'ipSpace.net, "Is OSPF or IS-IS Good Enough for My Data Center?" (May 2018): comfortable to about 100, run with 300 and more',
  example: { wrong: leafs(320), right: leafs(20) },
  message: ({ routers, most }) =>
    `One OSPF area has ${routers} switches, and ${most} is as large as such areas are known to run`,
  hint: () => 'Use the design l3-ebgp, which floods nothing.',
  thresholds: {
    routers: {
      default: 300,
      minimum: 2,
      maximum: 100_000,
      integer: true,
      unit: 'switches',
      description: 'Most switches in one OSPF area.',
    },
  },
  check({ topology, traits, switches }, report, { routers: most }) {
    if (traits.links !== 'routed' || traits.autonomousSystems !== 'one' || switches.length <= most) return;
    const { data, spans } = topology;
    report(
      { routers: switches.length, most },
      spans.has(data, 'design') ? spanOf(topology, data, 'design') : spans.ofKey(data, 'racks'),
    );
  },
});
