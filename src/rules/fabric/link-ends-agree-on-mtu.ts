import type { Fabric } from '../../fabric/fabric.ts';
import { gather } from '../gather.ts';
import { hasOwnMtu, mtuSpan, switchesOf } from '../link-mtu.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Mismatch {
  readonly device: string;
  readonly mtu: number;
  readonly peer: string;
  readonly peerMtu: number;
  readonly others: number;
}

/** Cables between switches of different MTU, seen from the end whose setting is the exception. */
function* mismatches(fabric: Fabric) {
  for (const link of fabric.links) {
    const ends = link.mtu === undefined ? switchesOf(fabric, link) : undefined;
    if (!ends || ends[0].mtu === ends[1].mtu) continue;
    const [device, peer] = hasOwnMtu(fabric, ends[0]) ? ends : [ends[1], ends[0]];
    yield { device, peer, span: mtuSpan(fabric, device) };
  }
}

export const rule = defineRule<Mismatch, 'fabric'>({
  stage: 'fabric',
  code: 'FAB027',
  name: 'link-ends-agree-on-mtu',
  severity: 'error',
  summary: 'Both ends of a link between switches have the same MTU.',
  why: 'OSPF compares the MTUs and never leaves ExStart when they differ, so the link carries no route; without OSPF it drops large packets one way.',
  source: 'RFC 2328 section 10.6',
  example: {
    wrong: `devices:
  spine1: { mtu: 9000 }
`,
    right: `links:
  - { a: r1-leaf1, z: spine1, mtu: 9100 }
`,
  },
  message: ({ device, mtu, peer, peerMtu, others }) =>
    `${device} has MTU ${mtu} on its link to ${peer}, which has ${peerMtu}${alike(others, 'link')}`,
  hint: () => 'Give both devices the same MTU, or the link an MTU of its own under `links`.',
  check(fabric, report) {
    for (const { item, others } of gather(mismatches(fabric))) {
      const { device, peer } = item;
      const data = { device: device.name, mtu: device.mtu, peer: peer.name, peerMtu: peer.mtu, others };
      const related = hasOwnMtu(fabric, peer) ? [{ message: `MTU of ${peer.name}`, span: mtuSpan(fabric, peer) }] : [];
      report(data, item.span, related);
    }
  },
});
