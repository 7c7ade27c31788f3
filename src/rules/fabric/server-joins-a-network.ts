import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB092',
  name: 'server-joins-a-network',
  severity: 'error',
  summary: 'A server that is not routed is in at least one network.',
  why: 'It would have cables, and no address.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "db-{rack}", role: db, nics: { speed: 10G } }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "db-{rack}", role: db, nics: { speed: 10G }, networks: [storage, service] }
`,
  },
  message: ({ server }) => `${server} is in no network`,
  hint: () => 'Write the names of its networks in `networks`, or `bond: routed`.',
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (isRouted(server!) || group.networks) continue;
      report({ server: server!.name }, spanOf(fabric.topology, group, 'name'));
    }
  },
});
