import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { linksOfBonded } from '../intended-links.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface IdleLink {
  readonly server: string;
  readonly others: number;
  readonly leaf: string;
}

export const rule = defineRule<IdleLink, 'fabric'>({
  stage: 'fabric',
  code: 'FAB044',
  name: 'active-backup-spans-two-leafs',
  severity: 'warning',
  summary: 'An active-backup bond has cables to two leafs.',
  why: 'With all cables to one leaf, half the capacity idles and the leaf is still a single point of failure; LACP would use both links.',
  source: 'Linux kernel documentation, networking/bonding',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: active-backup }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: lacp }
`,
  },
  message: ({ server, others, leaf }) =>
    `All cables of the active-backup bond of ${server} end at one leaf, ${leaf}${alike(others, 'server')}`,
  hint: () => 'Use `bond: lacp`, or `leafs: 2` in the rack.',
  check(fabric, report) {
    const incomplete = new Set(fabric.unlaid.map((link) => link.a));
    const found = [...linksOfBonded(fabric, 'active-backup')].flatMap(([server, links]) => {
      if (incomplete.has(server.name)) return [];
      const leaf = links[0]!.z.node;
      if (links.length < 2 || links.some((link) => link.z.node !== leaf)) return [];
      return [{ server: server.name, leaf, span: spanOf(fabric.topology, server.group, 'bond') }];
    });
    for (const { item, others } of gather(found)) report({ ...item, others }, item.span);
  },
});
