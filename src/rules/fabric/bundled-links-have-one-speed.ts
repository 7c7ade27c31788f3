import type { Link, Rack } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { defineRule } from '../rule.ts';

interface MixedSpeeds {
  readonly rack: string;
  readonly slow: Link;
  readonly fast: Link;
}

export const rule = defineRule<MixedSpeeds, 'fabric'>({
  stage: 'fabric',
  code: 'FAB088',
  name: 'bundled-links-have-one-speed',
  severity: 'error',
  summary: 'In the design mlag all links between the leafs of a rack and the cores have one speed.',
  why: 'They are one LAG, and a LAG has members of one speed: the others are left out of it.',
  source: 'IEEE 802.1AX section 6.4 (keys of a port: its speed is part of them)',
  example: {
    wrong: `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }, { count: 4, speed: 25G }] }
  leafs: { platform: linux, os: frr, perRack: 2, uplinks: { speed: 10G }, interlink: { speed: 10G }, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }, { count: 2, speed: 25G, use: any }] }
links:
  - { a: "r1-leaf2:13", z: "spine1:9", speed: 25G }
  - { a: "r1-leaf2:14", z: "spine2:9", speed: 25G }
`,
    right: `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }, { count: 4, speed: 25G }] }
  leafs: { platform: linux, os: frr, perRack: 2, uplinks: { speed: 10G }, interlink: { speed: 10G }, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }, { count: 2, speed: 25G, use: any }] }
`,
  },
  message: ({ rack, slow, fast }) =>
    `The links of rack ${rack} to the cores are one LAG, but ${slow.a.node} has one of ${slow.speed}G and ${fast.a.node} one of ${fast.speed}G`,
  check(fabric, report) {
    if (fabric.traits.links !== 'bridged') return;
    const rackOf = ({ kind, a }: Link): Rack | undefined =>
      kind === 'uplink' ? fabric.graph.getNodeAttributes(a.node).rack : undefined;
    for (const [rack, links] of groupBy(fabric.links, rackOf)) {
      const sorted = links.toSorted((a, b) => a.speed - b.speed);
      const [slow, fast] = [sorted[0]!, sorted.at(-1)!];
      if (slow.speed === fast.speed) continue;
      const given = links.findLast((link) => link.span !== rack.span);
      report({ rack: rack.name, slow, fast }, given?.span ?? spanOf(fabric.topology, rack.section, 'name'));
    }
  },
});
