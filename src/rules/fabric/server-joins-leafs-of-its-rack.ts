import type { FabricNode } from '../../fabric/fabric.ts';
import { defineRule } from '../rule.ts';

interface ElsewhereLink {
  readonly server: string;
  readonly rack: string;
  readonly other: FabricNode;
}

export const rule = defineRule<ElsewhereLink, 'fabric'>({
  stage: 'fabric',
  code: 'FAB019',
  name: 'server-joins-leafs-of-its-rack',
  severity: 'error',
  summary: 'The cables of a server end at leafs of its own rack.',
  why: 'The addresses of a server are in the subnets of its rack, which only the leafs of that rack route: behind another switch it is not reached.',
  example: {
    wrong: `links:
  - { a: "web-r1-1:1", z: spine1 }
`,
    right: `links:
  - { a: "web-r1-1:1", z: "r1-leaf1:8" }
`,
  },
  message: ({ server, rack, other }) =>
    other.rack === undefined
      ? `${server} is connected to ${other.name}, which is no leaf`
      : `${server} of rack ${rack} is connected to ${other.name} of rack ${other.rack.name}`,
  hint: ({ server, rack, other }) =>
    `Connect it to a leaf of rack ${rack}${other.rack ? `, or move ${server} to rack ${other.rack.name}` : ''}.`,
  check(fabric, report) {
    for (const link of fabric.links) {
      if (link.kind !== 'server') continue;
      const server = fabric.graph.getNodeAttributes(link.a.node);
      const other = fabric.graph.getNodeAttributes(link.z.node);
      if (server.kind !== 'server' || server.rack === other.rack) continue;
      report({ server: server.name, rack: server.rack.name, other }, link.span);
    }
  },
});
