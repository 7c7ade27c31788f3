import { parseSpeed } from '../../platforms/platform.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface TooLow {
  readonly reference: number;
  readonly slow: number;
  readonly fast: number;
}

export const rule = defineRule<TooLow, 'fabric'>({
  stage: 'fabric',
  code: 'FAB062',
  name: 'reference-bandwidth-covers-links',
  severity: 'warning',
  summary: 'The OSPF reference bandwidth tells the speeds of all fabric links apart.',
  why: 'The cost of a link is the reference divided by its speed, and at least 1: every faster link costs 1 as well, so a slow link gets as much traffic as a fast one.',
  source: 'RFC 2328 appendix C.3; vendor guides to auto-cost',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 4, speed: 10G }, { count: 4, speed: 25G }] }
  leafs: { platform: linux, os: frr, uplinks: { speed: 10G }, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }, { count: 2, speed: 25G, use: any }] }
routing: { ospf: { referenceBandwidth: 10G } }
links:
  - { a: "r1-leaf1:13", z: "spine1:5", speed: 25G }
  - { a: "r1-leaf1:14", z: "spine2:5", speed: 25G }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 4, speed: 10G }, { count: 4, speed: 25G }] }
  leafs: { platform: linux, os: frr, uplinks: { speed: 10G }, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }, { count: 2, speed: 25G, use: any }] }
routing: { ospf: { referenceBandwidth: 100G } }
links:
  - { a: "r1-leaf1:13", z: "spine1:5", speed: 25G }
  - { a: "r1-leaf1:14", z: "spine2:5", speed: 25G }
`,
  },
  message: ({ reference, slow, fast }) =>
    `With a reference bandwidth of ${reference}G, links of ${slow}G and ${fast}G have the same OSPF cost`,
  hint: ({ fast }) => `Use ${fast}G or more.`,
  check(fabric, report) {
    if (fabric.traits.links !== 'routed') return;
    const { topology } = fabric;
    const { ospf } = topology.data.routing;
    const reference = parseSpeed(ospf.referenceBandwidth);
    const routed = fabric.links.filter((link) => link.kind === 'uplink' || link.kind === 'extra');
    const speeds = [...new Set(routed.map((link) => Number(link.speed)))].sort((a, b) => a - b);
    const costOf = (speed: number) => Math.max(1, Math.round(reference / speed));
    const slow = speeds.find(
      (speed, index) => index + 1 < speeds.length && costOf(speed) === costOf(speeds[index + 1]!),
    );
    if (slow === undefined) return;
    const fast = speeds.findLast((speed) => costOf(speed) === costOf(slow))!;
    report({ reference, slow, fast }, spanOf(topology, ospf, 'referenceBandwidth'));
  },
});
