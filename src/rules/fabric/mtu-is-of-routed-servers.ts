import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB097',
  name: 'mtu-is-of-routed-servers',
  severity: 'error',
  summary: 'Only routed servers have an MTU of their own.',
  why: 'The ports of other servers carry what their networks need, and the MTU is one of each network.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], mtu: 1500 }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ server }) => `${server} is not routed, and has an MTU of its own`,
  hint: () => 'Write `mtu` in its networks.',
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (isRouted(server!) || group.mtu === undefined) continue;
      report({ server: server!.name }, spanOf(fabric.topology, group, 'mtu'));
    }
  },
});
