import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';
import { countOf } from '../words.ts';

interface Split {
  readonly network: string;
  readonly racks: number;
}

export const rule = defineRule<Split, 'fabric'>({
  stage: 'fabric',
  code: 'FAB035',
  name: 'network-without-gateway-stays-in-one-rack',
  severity: 'error',
  summary: 'A network without a gateway has servers in one rack only.',
  why: 'Each rack has its own subnet of the network; without a gateway, servers of different racks cannot reach each other in it.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, gateway: none }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, gateway: first }
`,
  },
  message: ({ network, racks }) =>
    `Network ${network} has servers in ${countOf(racks, 'rack')} and no gateway between them`,
  hint: () => 'Write `gateway: first`, so that the leafs route it.',
  check(fabric, report) {
    const { topology, traits } = fabric;
    // Stretched over the fabric, it needs no gateway between racks.
    if (traits.subnets === 'fabric') return;
    const racks = new Map<string, Set<string>>();
    for (const network of fabric.networks) {
      if (network.gateway === 'none' && !network.defaultRoute && network.dhcpRelay.length === 0) {
        racks.set(network.name, new Set());
      }
    }
    if (racks.size === 0) return;
    for (const { networks, rack } of fabric.servers) for (const { name } of networks) racks.get(name)?.add(rack.name);
    for (const [network, seen] of racks) {
      if (seen.size < 2) continue;
      report({ network, racks: seen.size }, spanOf(topology, topology.data.networks[network]!, 'gateway'));
    }
  },
});
