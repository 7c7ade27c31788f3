import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

interface NoGateway {
  readonly network: string;
  readonly need: string;
}

export const rule = defineRule<NoGateway, 'fabric'>({
  stage: 'fabric',
  code: 'FAB034',
  name: 'network-has-gateway',
  severity: 'error',
  summary: 'A network that is to be reached from outside its rack has a gateway.',
  why: 'Without a gateway address the leaf does not route the network: its servers reach their own rack and nothing else.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true, gateway: none }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true, gateway: first }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ network, need }) => `Network ${network} has no gateway, but ${need}`,
  hint: () => 'Write `gateway: first`.',
  check(fabric, report) {
    const { topology } = fabric;
    const bare = new Map(fabric.networks.filter((one) => one.gateway === 'none').map((one) => [one.name, '']));
    if (bare.size === 0) return;
    for (const { name, defaultRoute, dhcpRelay } of fabric.networks) {
      if (!bare.has(name)) continue;
      if (defaultRoute) bare.set(name, 'the default route of its servers points to it');
      else if (dhcpRelay.length > 0) bare.set(name, 'the leaf is to relay DHCP requests from it');
    }
    for (const [, [server]] of fabric.traits.subnets === 'rack' ? serversByGroup(fabric) : []) {
      const [network] = server!.networks;
      // A server none of whose networks leaves the rack cannot be reached at all.
      if (!network || bare.get(network.name) !== '' || server!.networks.some((one) => one.gateway !== 'none')) continue;
      bare.set(network.name, `${server!.name} is in no other network that leaves the rack`);
    }
    for (const [network, need] of bare) {
      if (need !== '') report({ network, need }, spanOf(topology, topology.data.networks[network]!, 'gateway'));
    }
  },
});
