import { nearest } from '../../diagnostics/suggest.ts';
import { serversByGroup } from '../groups.ts';
import { macListsOf } from '../macs.ts';
import { defineRule } from '../rule.ts';

interface UnknownServer {
  readonly server: string;
  readonly candidates: readonly string[];
}

export const rule = defineRule<UnknownServer, 'fabric'>({
  stage: 'fabric',
  code: 'FAB052',
  name: 'macs-name-servers-of-the-group',
  severity: 'error',
  summary: 'MAC addresses are given for servers that the group makes.',
  why: 'Addresses under a misspelt name go to no server: its config would match its ports by name instead.',
  example: {
    wrong: `racks:
  - name: r1
    servers:
      - name: web-{1..2}
        role: web
        nics: { speed: 10G }
        networks: [service, storage]
        macs: { web-3: ["52:54:00:00:00:01", "52:54:00:00:00:02"] }
`,
    right: `racks:
  - name: r1
    servers:
      - name: web-{1..2}
        role: web
        nics: { speed: 10G }
        networks: [service, storage]
        macs: { web-2: ["52:54:00:00:00:01", "52:54:00:00:00:02"] }
`,
  },
  message: ({ server }) => `The group has no server called ${server}`,
  hint({ server, candidates }) {
    const meant = nearest(server, candidates);
    return meant === undefined ? undefined : `Did you mean ${meant}?`;
  },
  check(fabric, report) {
    const servers = serversByGroup(fabric);
    for (const { group, server, span } of macListsOf(fabric)) {
      const candidates = servers.get(group)!.map((node) => node.name);
      if (!candidates.includes(server)) report({ server, candidates }, span);
    }
  },
});
