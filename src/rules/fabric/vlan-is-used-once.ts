import type { Network } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface SharedVlan {
  readonly vlan: number;
  readonly network: string;
  readonly first: string;
}

export const rule = defineRule<SharedVlan, 'fabric'>({
  stage: 'fabric',
  code: 'FAB033',
  name: 'vlan-is-used-once',
  severity: 'error',
  summary: 'No two networks have the same VLAN.',
  why: 'Two networks in one VLAN are one broadcast domain with two subnets: what should be apart is not, and one gateway interface cannot serve both.',
  source: 'IEEE 802.1Q',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 20, pool: 10.30.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ vlan, network, first }) => `VLAN ${vlan} of ${network} is already that of ${first}`,
  check(fabric, report) {
    const { topology } = fabric;
    const vlanSpan = ({ name }: Network) => spanOf(topology, topology.data.networks[name]!, 'vlan');
    const byVlan = new Map<number, Network>();
    for (const network of fabric.networks) {
      const first = byVlan.get(network.vlan);
      if (!first) byVlan.set(network.vlan, network);
      else {
        report({ vlan: network.vlan, network: network.name, first: first.name }, vlanSpan(network), [
          { message: `VLAN of ${first.name}`, span: vlanSpan(first) },
        ]);
      }
    }
  },
});
