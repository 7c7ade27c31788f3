import { spanOf } from '../../topology/topology.ts';
import { oneOf } from '../../topology/words.ts';
import { serversByGroup } from '../groups.ts';
import { defineRule } from '../rule.ts';

interface NotJoined {
  readonly untagged: string;
  readonly networks: readonly string[];
}

export const rule = defineRule<NotJoined, 'fabric'>({
  stage: 'fabric',
  code: 'FAB048',
  name: 'untagged-network-is-joined',
  severity: 'error',
  summary: 'The untagged network of a server group is one of its networks.',
  why: '`untagged` says how a network is sent, not that the server is in it: it would have no address there.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service], untagged: storage }
      - { name: "db-{rack}", role: db, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], untagged: storage }
      - { name: "db-{rack}", role: db, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ untagged }) => `The untagged network ${untagged} is not among the networks of the group`,
  hint: ({ untagged, networks }) => `Add ${untagged} to \`networks\`, or name ${oneOf(networks)}.`,
  check(fabric, report) {
    for (const [group, [server]] of serversByGroup(fabric)) {
      const { networks } = group;
      if (!server!.untagged || !networks || networks.includes(server!.untagged.name)) continue;
      const span = spanOf(fabric.topology, group, 'untagged');
      report({ untagged: server!.untagged.name, networks }, span);
    }
  },
});
