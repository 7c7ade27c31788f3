import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly server: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB042',
  name: 'active-backup-has-two-nics',
  severity: 'error',
  summary: 'An active-backup bond has at least two NICs.',
  why: 'With one NIC there is no backup to change to.',
  source: 'Linux kernel documentation, networking/bonding',
  example: {
    wrong: `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 1, speed: 10G }, networks: [service, storage], bond: active-backup }
`,
    right: `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 2, speed: 10G }, networks: [service, storage], bond: active-backup }
`,
  },
  message: ({ server }) => `The active-backup bond of ${server} has one NIC`,
  hint: () => 'Use `nics: { count: 2 }`, or `bond: none`.',
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      if (group.bond !== 'active-backup' || group.nics.count > 1) continue;
      report({ server: server!.name }, spanOf(fabric.topology, group.nics, 'count'));
    }
  },
});
