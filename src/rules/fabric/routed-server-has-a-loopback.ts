import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB090',
  name: 'routed-server-has-a-loopback',
  severity: 'error',
  summary: 'Where servers are routed, `addressing.hostLoopbacks` is given.',
  why: 'The ports of a routed server have no addresses that others could reach: its loopback is the one it has.',
  source: 'RFC 4291 section 2.5.6',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
  },
  message: ({ server }) => `${server} is routed, and there is no pool of loopbacks for servers`,
  hint: () => 'Write `hostLoopbacks: 10.252.0.0/16` in `addressing`, or a list with a prefix of each family.',
  check(fabric, report) {
    const { topology } = fabric;
    if (topology.data.addressing.hostLoopbacks !== undefined) return;
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (isRouted(server!)) report({ server: server!.name }, spanOf(topology, group, 'bond'));
    }
  },
});
