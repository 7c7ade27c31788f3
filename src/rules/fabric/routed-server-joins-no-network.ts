import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

interface Joined {
  readonly server: string;
  readonly networks: readonly string[];
}

export const rule = defineRule<Joined, 'fabric'>({
  stage: 'fabric',
  code: 'FAB091',
  name: 'routed-server-joins-no-network',
  severity: 'error',
  summary: 'Routed servers are in no networks.',
  why: 'A network is a VLAN on the leaf’s port, and the port of a routed server carries none: the server has its loopback, and the addresses of its services.',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, networks: [service], bond: routed }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
  },
  message: ({ server, networks }) => `${server} is routed, and in ${networks.join(' and ')}`,
  hint: () => 'Leave `networks` and `untagged` out, or bond the ports.',
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (!isRouted(server!)) continue;
      const { networks = [], untagged } = group;
      const named = networks.length > 0 ? networks : untagged === undefined ? [] : [untagged];
      const place = networks.length > 0 ? 'networks' : 'untagged';
      if (named.length > 0) report({ server: server!.name, networks: named }, spanOf(fabric.topology, group, place));
    }
  },
});
