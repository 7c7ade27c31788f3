import type { Family } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly service: string; readonly family: Family }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB098',
  name: 'anycast-family-is-of-hosts',
  severity: 'error',
  summary: 'Anycast addresses are of a family that `addressing.hostLoopbacks` has.',
  why: 'The sessions of routed servers carry the families of their loopbacks; an address of another family would be announced by nobody.',
  source: 'RFC 4760 section 8',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
anycast: { web: { addresses: ["2001:db8:99::1"], roles: [proxy] } }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
anycast: { web: { addresses: [10.99.0.1], roles: [proxy] } }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
  },
  message: ({ service, family }) => `${service} has an IPv${family} address, and routed servers have no IPv${family}`,
  hint: () => 'Give addressing.hostLoopbacks a prefix of each family: [10.252.0.0/16, "2001:db8:fc::/64"].',
  check(fabric, report) {
    const { topology, pools, anycast } = fabric;
    const { addressing } = topology.data;
    if (pools.hostLoopbacks.length === 0) return;
    const families = new Set(pools.hostLoopbacks.map(({ prefix }) => prefix.base.family));
    for (const { name, addresses } of anycast) {
      for (const { ip, span } of addresses) {
        if (families.has(ip.family)) continue;
        const related = [{ message: 'loopbacks of servers', span: spanOf(topology, addressing, 'hostLoopbacks') }];
        report({ service: name, family: ip.family }, span, related);
      }
    }
  },
});
