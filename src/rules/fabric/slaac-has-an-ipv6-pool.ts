import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

const service = (pool: string): string => `addressing:
  { loopbacks: [10.255.0.0/24, "2001:db8:ff::/64"], p2pLinks: [10.254.0.0/24, "2001:db8:fe::/64"], oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: ${pool}, defaultRoute: true, slaac: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`;

export const rule = defineRule<{ readonly network: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB119',
  name: 'slaac-has-an-ipv6-pool',
  severity: 'warning',
  summary: 'A network in which hosts make IPv6 addresses of their own has an IPv6 pool.',
  why: 'Without a prefix there is nothing to make an address of: the setting has no effect, and the hosts that count on it have no IPv6.',
  source: 'RFC 4862 section 5.5',
  example: { wrong: service('10.20.0.0/16'), right: service('[10.20.0.0/16, "2001:db8:20::/48"]') },
  message: ({ network }) => `Network ${network} has slaac and no IPv6 pool`,
  check({ topology, networks, defects }, report) {
    // A prefix that could not be read may be that of IPv6.
    if (defects.some(({ kind }) => kind === 'bad-prefix')) return;
    for (const { name, slaac, pools } of networks) {
      if (!slaac || pools.some(({ prefix }) => prefix.base.family === 6)) continue;
      report({ network: name }, spanOf(topology, topology.data.networks[name]!, 'slaac'));
    }
  },
});
