import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string; readonly nics: number }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB041',
  name: 'unbonded-server-has-one-nic',
  severity: 'error',
  summary: 'A server with several NICs bonds them.',
  why: 'Without a bond, two NICs in the same networks are two interfaces in one subnet: the system answers on either, and which link carries what is chance.',
  source: 'RFC 1122 section 3.3.4',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { count: 2, speed: 10G }, networks: [service, storage], bond: none }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { count: 1, speed: 10G }, networks: [service, storage], bond: none }
`,
  },
  message: ({ server, nics }) => `${server} has ${nics} NICs and no bond`,
  hint: () => 'Use `bond: lacp` to one leaf, `bond: active-backup` over two, `bond: routed`, or `nics: { count: 1 }`.',
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (group.bond !== 'none' || group.nics.count < 2) continue;
      report({ server: server!.name, nics: group.nics.count }, spanOf(fabric.topology, group, 'bond'));
    }
  },
});
