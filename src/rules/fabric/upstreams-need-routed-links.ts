import { defineRule } from '../rule.ts';

interface NoWayOut {
  readonly what: string;
}

export const rule = defineRule<NoWayOut, 'fabric'>({
  stage: 'fabric',
  code: 'FAB085',
  name: 'upstreams-need-routed-links',
  severity: 'error',
  summary: 'Border leafs and upstreams are in routed designs only.',
  why: 'The design mlag has no BGP: nothing would pass routes between an upstream and the cores.',
  example: {
    wrong: `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  borderLeafs: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
`,
    right: `design: l3-ospf-ibgp
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  borderLeafs: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
`,
  },
  message: ({ what }) => `The design mlag has no ${what}`,
  hint: () => 'Use a routed design, or join the cores to the outside by hand.',
  check({ topology, traits, upstreams }, report) {
    if (traits.links !== 'bridged') return;
    const { fabric } = topology.data;
    if (fabric.borderLeafs) report({ what: 'border leafs' }, topology.spans.ofKey(fabric, 'borderLeafs'));
    const [first] = upstreams;
    if (first) report({ what: 'upstreams' }, first.span);
  },
});
