import { mlagPairs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';
import { countOf } from '../words.ts';

interface Blind {
  readonly pairs: number;
}

export const rule = defineRule<Blind, 'fabric'>({
  stage: 'fabric',
  code: 'FAB087',
  name: 'mlag-peers-have-a-keepalive',
  severity: 'warning',
  summary: 'Where there are MLAG pairs, the switches have out-of-band addresses that the plan knows.',
  why: 'A switch that no longer hears its peer over the peer link asks over the management network whether it is alive. Without that, both go on as primary when the peer link fails.',
  source:
    'Arista EOS User Manual, MLAG dual-primary detection; Cisco Nexus 9000 Interfaces Configuration Guide, vPC peer-keepalive link',
  example: {
    wrong: `design: mlag
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
`,
    right: `design: mlag
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
`,
  },
  message: ({ pairs }) =>
    `There is no addressing.oob, by which the switches of ${countOf(pairs, 'MLAG pair')} could find each other`,
  hint: () => 'Give the out-of-band network: `oob: 10.253.0.0/18`.',
  check(fabric, report) {
    const { data } = fabric.topology;
    const pairs = mlagPairs(fabric).length;
    if (pairs > 0 && data.addressing.oob === undefined) report({ pairs }, spanOf(fabric.topology, data, 'addressing'));
  },
});
