import type { Fabric, Link } from '../../fabric/fabric.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { linksOfBonded } from '../intended-links.ts';
import { defineRule } from '../rule.ts';

interface MixedSpeeds {
  readonly ends: string;
  readonly speeds: readonly number[];
}

function isMixed(links: readonly Link[]): boolean {
  return links.some((link) => link.speed !== links[0]!.speed);
}

/** Cables that are bundled, where they differ: those of a server to one leaf, and those between the leafs of a rack. */
function mixedBundles(fabric: Fabric): Link[][] {
  const interlinks = fabric.links.filter((link) => link.kind === 'interlink');
  return [...linksOfBonded(fabric, 'lacp', 'balance-xor').values(), interlinks]
    .filter(isMixed)
    .flatMap((links) => [...groupBy(links, (link) => `${link.a.node} and ${link.z.node}`).values()])
    .filter(isMixed);
}

export const rule = defineRule<MixedSpeeds, 'fabric'>({
  stage: 'fabric',
  code: 'FAB050',
  name: 'bond-members-have-one-speed',
  severity: 'error',
  summary: 'All cables of a bond that uses them all have one speed.',
  why: 'LACP on Linux aggregates links of equal speed only: the others stay out of the bundle and carry nothing. Without LACP each gets the same share, and the slowest is full first.',
  source: 'Linux kernel documentation, networking/bonding, mode 802.3ad',
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
    `The bond between ${ends} has cables of different speeds: ${speeds.map((speed) => `${speed}G`).join(' and ')}`,
  check(fabric, report) {
    for (const links of mixedBundles(fabric)) {
      const first = links[0]!;
      // The link that the user gave is the line to change.
      const other = links.find((link) => link.span.start !== first.span.start) ?? first;
      const speeds = [...new Set(links.map((link) => link.speed))].sort((a, b) => a - b);
      report({ ends: `${first.a.node} and ${first.z.node}`, speeds }, other.span);
    }
  },
});
