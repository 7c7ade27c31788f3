import { type MlagPair, mlagPairs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { intendedLinks } from '../intended-links.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface ThinPeerLink {
  readonly first: string;
  readonly second: string;
  readonly others: number;
}

export const rule = defineRule<ThinPeerLink, 'fabric'>({
  stage: 'fabric',
  code: 'FAB081',
  name: 'peer-link-has-two-cables',
  severity: 'warning',
  summary: 'The peer link of an MLAG pair has at least two cables.',
  why: 'When the only one fails, one switch of the pair shuts all its MLAG ports: a cable takes with it what a switch does.',
  source: 'Cisco Nexus 9000 Interfaces Configuration Guide, vPC peer link; Arista EOS User Manual, MLAG peer link',
  example: {
    wrong: `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }], interlink: { count: 1 } }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
`,
    right: `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }], interlink: { count: 2 } }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
`,
  },
  message: ({ first, second, others }) =>
    `One cable alone joins ${first} and ${second}, which are an MLAG pair${alike(others, 'pair')}`,
  hint: () => 'Write `interlink: { count: 2 }`.',
  check(fabric, report) {
    const { spines, leafs } = fabric.topology.data.fabric;
    const cables = new Map<string, number>();
    for (const { kind, a, z } of intendedLinks(fabric)) {
      if (kind === 'interlink') for (const name of [a, z]) cables.set(name, (cables.get(name) ?? 0) + 1);
    }
    const spanOfPair = ({ rack, first }: MlagPair) => {
      const section = rack ? leafs.interlink : spines.interlink;
      return fabric.topology.spans.has(section, 'count') && section.count === 1
        ? spanOf(fabric.topology, section, 'count')
        : first.span;
    };
    const thin = mlagPairs(fabric)
      .filter(({ first }) => cables.get(first.name) === 1)
      .map((pair) => ({ first: pair.first.name, second: pair.second.name, span: spanOfPair(pair) }));
    for (const { item, others } of gather(thin)) report({ ...item, others }, item.span);
  },
});
