import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB093',
  name: 'routed-servers-need-routed-leafs',
  severity: 'error',
  summary: 'Servers are routed only where the leafs route.',
  why: 'A routed server has BGP with its leafs, and leafs that only bridge speak none.',
  example: {
    wrong: `design: mlag
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
    right: `design: l3-ebgp
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
  },
  message: ({ server }) => `${server} is routed, and the leafs of this design bridge`,
  hint: () => 'Use the design l3-ebgp or l3-ospf-ibgp; or bond the ports, in a section of `designs` for this one.',
  check(fabric, report) {
    if (fabric.traits.links === 'routed') return;
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (isRouted(server!)) report({ server: server!.name }, spanOf(fabric.topology, group, 'bond'));
    }
  },
});
