import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string; readonly bond: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB043',
  name: 'lacp-has-two-nics',
  severity: 'warning',
  summary: 'A bond with LACP, or of balance-xor, has at least two NICs.',
  why: 'A bond of one link adds what can fail and no link that could take over.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 1, speed: 10G }, networks: [service, storage], bond: lacp }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 1, speed: 10G }, networks: [service, storage], bond: none }
`,
  },
  message: ({ server, bond }) => `The ${bond === 'lacp' ? 'LACP' : bond} bond of ${server} has one NIC`,
  hint: () => 'Use `nics: { count: 2 }`, or `bond: none`.',
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if ((group.bond !== 'lacp' && group.bond !== 'balance-xor') || group.nics.count > 1) continue;
      report({ server: server!.name, bond: group.bond }, spanOf(fabric.topology, group.nics, 'count'));
    }
  },
});
