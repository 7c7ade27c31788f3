import type { Fabric } from '../../fabric/fabric.ts';
import { pairsLeafs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { linksOfBonded } from '../intended-links.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface SplitBond {
  readonly kind: string;
  readonly server: string;
  readonly others: number;
  readonly leafs: readonly string[];
}

/** Servers with a bond that uses all links, whose cables end on several switches, with the line that made it so. */
function* splitBonds(fabric: Fabric) {
  for (const [server, links] of linksOfBonded(fabric, 'lacp', 'balance-xor')) {
    // A cable to another rack has a report of its own.
    const leafs = [...new Set(links.map((link) => link.z.node))].filter(
      (leaf) => fabric.graph.getNodeAttributes(leaf).rack === server.rack,
    );
    if (leafs.length < 2 || pairsLeafs(fabric)) continue;
    const group = spanOf(fabric.topology, server.group, 'name');
    // A link that the user gave is the line to change; else it is the bond of the group.
    const given = links.findLast((link) => link.span.file !== group.file || link.span.start !== group.start);
    yield { server, leafs, given, span: given?.span ?? spanOf(fabric.topology, server.group, 'bond') };
  }
}

export const rule = defineRule<SplitBond, 'fabric'>({
  stage: 'fabric',
  code: 'FAB040',
  name: 'lacp-ends-on-one-leaf',
  severity: 'error',
  summary: 'All cables of a bond with LACP, or of balance-xor, end at one switch, or at the two of an MLAG pair.',
  why: 'LACP joins links to one partner system. Two leafs that are no MLAG pair are two partners: only the links to one of them carry traffic, the others wait for it to fail. With balance-xor both leafs see one address, now here, now there.',
  source: 'IEEE 802.1AX; Linux kernel documentation, networking/bonding, mode 802.3ad',
  example: {
    wrong: `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: lacp }
`,
    right: `racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: active-backup }
`,
  },
  message: ({ kind, server, others, leafs }) =>
    `The ${kind} bond of ${server} ends on ${leafs.join(' and ')}, which are no MLAG pair${alike(others, 'server')}`,
  hint: () =>
    'Use `bond: active-backup` over two leafs, or one leaf in the rack; or make the two an MLAG pair: `access: { leafPair: mlag }`.',
  check(fabric, report) {
    for (const { item, others } of gather(splitBonds(fabric))) {
      const { server, leafs, given } = item;
      const related = given ? [{ message: 'the bond', span: spanOf(fabric.topology, server.group, 'bond') }] : [];
      const kind = server.group.bond === 'lacp' ? 'LACP' : server.group.bond;
      report({ kind, server: server.name, others, leafs }, item.span, related);
    }
  },
});
