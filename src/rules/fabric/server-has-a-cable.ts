import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { intendedLinks } from '../intended-links.ts';
import { isCutShort, lacksLeafs } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Bare {
  readonly server: string;
  readonly others: number;
  readonly rack: string;
  readonly leafs: number;
}

export const rule = defineRule<Bare, 'fabric'>({
  stage: 'fabric',
  code: 'FAB021',
  name: 'server-has-a-cable',
  severity: 'error',
  summary: 'Every server has a cable to a leaf.',
  why: 'A server without one is on no network.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    leafs: 0
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    leafs: 1
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ server, others }) => `${server} has no cable to any leaf${alike(others, 'server')}`,
  hint: ({ leafs, rack }) => (leafs === 0 ? `Rack ${rack} has no leaf: write \`leafs: 1\`.` : undefined),
  check(fabric, report) {
    if (isCutShort(fabric)) return;
    const cabled = new Set<string>();
    for (const link of intendedLinks(fabric)) if (link.kind === 'server') cabled.add(link.a);
    const bare = fabric.servers.filter((server) => !cabled.has(server.name) && !lacksLeafs(server.rack));
    const found = bare.map((server) => ({ server, span: spanOf(fabric.topology, server.group, 'name') }));
    for (const { item, others } of gather(found)) {
      const { name, rack } = item.server;
      report({ server: name, others, rack: rack.name, leafs: rack.leafCount }, item.span, [
        { message: `rack ${rack.name}`, span: rack.span },
      ]);
    }
  },
});
