import { formatPrefix } from '../../ip/index.ts';
import { defineRule } from '../rule.ts';

interface LongPool {
  readonly network: string;
  readonly pool: string;
}

export const rule = defineRule<LongPool, 'fabric'>({
  stage: 'fabric',
  code: 'FAB086',
  name: 'slaac-subnet-is-a-64',
  severity: 'error',
  summary:
    'Where a network is one subnet over the whole fabric and its hosts make addresses of their own, its IPv6 pool is a /64.',
  why: 'Hosts ignore an advertised prefix of another length: their part of the address is 64 bits long.',
  source: 'RFC 4862 section 5.5.3; RFC 4291 section 2.5.1',
  example: {
    wrong: `design: mlag
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/48"], defaultRoute: true, slaac: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
    right: `design: mlag
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/48"], defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ network, pool }) => `Hosts of network ${network} cannot make addresses in ${pool}: it is not a /64`,
  check({ networks, traits }, report) {
    if (traits.subnets !== 'fabric') return;
    for (const { name, slaac, pools } of networks) {
      const wrong = pools.find(({ prefix }) => slaac && prefix.base.family === 6 && prefix.length !== 64);
      if (wrong) report({ network: name, pool: formatPrefix(wrong.prefix) }, wrong.span);
    }
  },
});
