import type { Fabric, Link } from '../../fabric/fabric.ts';
import { groupBy } from '../group-by.ts';
import { defineRule } from '../rule.ts';

interface MixedSpeeds {
  readonly ends: string;
  readonly speeds: readonly number[];
}

/** Cables that LACP bundles: those of a bonded server to one leaf, and those between the leafs of a rack. */
function bundles(fabric: Fabric): Map<string, Link[]> {
  return groupBy(fabric.links, (link) => {
    const ends = `${link.a.node} and ${link.z.node}`;
    if (link.kind !== 'server') return link.kind === 'interlink' ? ends : undefined;
    const server = fabric.graph.getNodeAttributes(link.a.node);
    return server.kind === 'server' && server.group.bond === 'lacp' ? ends : undefined;
  });
}

export const rule = defineRule<MixedSpeeds, 'fabric'>({
  stage: 'fabric',
  code: 'FAB050',
  name: 'bond-members-have-one-speed',
  severity: 'error',
  summary: 'All cables of an LACP bond have one speed.',
  why: 'LACP aggregates links of equal speed only: the others stay out of the bundle and carry nothing.',
  source: 'IEEE 802.1AX section 6.3.6',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs:
    platform: linux
    os: frr
    ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }, { count: 2, speed: 25G, use: access }]
links:
  - { a: "web-r1-1:2", z: r1-leaf1, speed: 25G }
`,
    right: `links:
  - { a: "web-r1-1:2", z: "r1-leaf1:8", speed: 10G }
`,
  },
  message: ({ ends, speeds }) =>
    `The LACP bond between ${ends} has cables of different speeds: ${speeds.map((speed) => `${speed}G`).join(' and ')}`,
  check(fabric, report) {
    for (const [ends, links] of bundles(fabric)) {
      const speeds = [...new Set(links.map((link) => link.speed))];
      if (speeds.length < 2) continue;
      const [first] = links;
      const other = links.find((link) => link.span.start !== first!.span.start) ?? first!;
      report({ ends, speeds: speeds.sort((a, b) => a - b) }, other.span);
    }
  },
});
