import type { FabricNode, Rack } from '../../fabric/fabric.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Misfit {
  readonly rack: string;
  readonly others: number;
  readonly fault: string;
}

/** Height in rack units; that of a switch is one where its platform does not say. */
function heightOf(node: FabricNode): number {
  return node.kind === 'server' ? node.group.height : (node.platform.rackUnits ?? 1);
}

/** The first thing that does not fit in a rack. */
function misfit(rack: Rack): { fault: string; node: FabricNode } | undefined {
  const placed: readonly FabricNode[] = [...rack.leafs, ...rack.servers];
  const total = placed.reduce((sum, node) => sum + heightOf(node), 0);
  if (total > rack.height) {
    return { fault: `needs ${total} units and has ${rack.height}`, node: rack.servers.at(-1) ?? rack.leafs[0]! };
  }
  const inUnit = new Map<number, FabricNode>();
  for (const node of placed) {
    if (node.unit === undefined) continue;
    const top = node.unit + heightOf(node) - 1;
    if (top > rack.height)
      return { fault: `ends at unit ${rack.height}, below the top of ${node.name} at ${top}`, node };
    for (let unit = node.unit; unit <= top; unit++) {
      const below = inUnit.get(unit);
      if (below) return { fault: `has two devices in unit ${unit}, ${below.name} and ${node.name}`, node };
      inUnit.set(unit, node);
    }
  }
  return undefined;
}

export const rule = defineRule<Misfit, 'fabric'>({
  stage: 'fabric',
  code: 'FAB056',
  name: 'rack-holds-its-devices',
  severity: 'warning',
  summary: 'Servers and leafs fit in the rack, each in units of its own.',
  why: 'The rack elevation and the cable lengths are counted from these places; hardware that does not fit is found on delivery.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    height: 12
    servers:
      - { name: "web-{rack}-{1..4}", role: web, nics: { speed: 10G }, networks: [service, storage], height: 4 }
`,
    right: `racks:
  - name: r{1..2}
    height: 20
    servers:
      - { name: "web-{rack}-{1..4}", role: web, nics: { speed: 10G }, networks: [service, storage], height: 4 }
`,
  },
  message: ({ rack, others, fault }) => `Rack ${rack} ${fault}${alike(others, 'rack')}`,
  check(fabric, report) {
    const found = fabric.racks.flatMap((rack) => {
      const one = misfit(rack);
      return one ? [{ rack, ...one, span: one.node.span }] : [];
    });
    for (const { item, others } of gather(found)) {
      report({ rack: item.rack.name, others, fault: item.fault }, item.span, [
        { message: `rack ${item.rack.name}`, span: item.rack.span },
      ]);
    }
  },
});
