import { pairsLeafs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike, countOf } from '../words.ts';

/** Bonds for which one NIC is no fault of their own. */
const alone = new Set(['none', 'routed']);

interface FewNics {
  readonly server: string;
  readonly others: number;
  readonly nics: number;
  readonly leafs: number;
  /** What would use a NIC at each leaf. */
  readonly bond: string;
}

export const rule = defineRule<FewNics, 'fabric'>({
  stage: 'fabric',
  code: 'FAB045',
  name: 'every-leaf-has-a-nic',
  severity: 'warning',
  summary: 'A server has at least as many NICs as its rack has leafs.',
  why: 'A second leaf protects only the servers that are connected to it; the others go down with the first.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 1, speed: 10G }, networks: [service, storage], bond: none }
`,
    right: `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { count: 2, speed: 10G }, networks: [service, storage], bond: active-backup }
`,
  },
  message: ({ server, others, nics, leafs }) =>
    `${server} has ${countOf(nics, 'NIC')} in a rack with ${countOf(leafs, 'leaf')}${alike(others, 'server')}`,
  hint: ({ leafs, bond }) => `Use \`nics: { count: ${leafs} }\` and \`bond: ${bond}\`.`,
  check(fabric, report) {
    const found = fabric.servers.flatMap((server) => {
      const { group, rack } = server;
      // A bond with one NIC is reported as that.
      if (group.nics.count >= rack.leafCount || !alone.has(group.bond)) return [];
      const span = spanOf(fabric.topology, group.nics, 'count');
      const bonded = pairsLeafs(fabric) ? 'lacp' : 'active-backup';
      const bond = group.bond === 'none' ? bonded : group.bond;
      return [{ server: server.name, nics: group.nics.count, leafs: rack.leafCount, bond, span }];
    });
    for (const { item, others } of gather(found)) report({ ...item, others }, item.span);
  },
});
