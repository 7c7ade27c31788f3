import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

/** VLAN of ports that were given none: the default PVID of IEEE 802.1Q, table 9-2. */
const defaultVlan = 1;

const service = (vlan: number): string => `networks:
  service: { vlan: ${vlan}, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`;

export const rule = defineRule<{ readonly network: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB120',
  name: 'vlan-is-not-the-default',
  severity: 'warning',
  summary: 'No network has VLAN 1.',
  why: 'Every port that nobody configured is in VLAN 1, without a tag: whoever plugs into a free one is in the network, and what goes without a tag on other ports ends up in it as well.',
  source: 'IEEE 802.1Q, table 9-2 (reserved VID values)',
  example: { wrong: service(1), right: service(20) },
  message: ({ network }) => `Network ${network} has VLAN 1, which is that of ports without configuration`,
  hint: () => 'Use one from 2 to 4094.',
  check({ topology, networks }, report) {
    for (const { name, vlan } of networks) {
      if (vlan === defaultVlan) report({ network: name }, spanOf(topology, topology.data.networks[name]!, 'vlan'));
    }
  },
});
