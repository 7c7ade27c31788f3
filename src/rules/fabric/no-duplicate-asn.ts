import type { SwitchNode } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface SameAsn {
  readonly asn: number;
  readonly device: string;
  readonly first: string;
}

/** Switches that may share a number: no route passes through one of them to another. */
function mayShare(a: SwitchNode, b: SwitchNode): boolean {
  if (a.role !== b.role) return false;
  if (a.role === 'leaf') return a.rack === b.rack;
  return a.pod?.name === b.pod?.name;
}

export const rule = defineRule<SameAsn, 'fabric'>({
  stage: 'fabric',
  code: 'FAB064',
  name: 'no-duplicate-asn',
  severity: 'error',
  summary: 'A number of its own, given to a switch, is not given to one of another rack or tier as well.',
  why: 'BGP drops a route that has its own number in the path: two racks with one number would not reach each other.',
  source: 'RFC 4271 section 9.1.2; RFC 7938 section 5.2.1',
  example: {
    wrong: `devices:
  r1-leaf1: { asn: 65101 }
  r2-leaf1: { asn: 65101 }
`,
    right: `devices:
  r1-leaf1: { asn: 65101 }
  r2-leaf1: { asn: 65102 }
`,
  },
  message: ({ asn, device, first }) => `AS ${asn} of ${device} is already that of ${first}`,
  hint: () => 'Leafs of one rack may share a number, and the spines of one pod; others may not.',
  check(fabric, report) {
    const { topology } = fabric;
    const byAsn = new Map<number, SwitchNode>();
    for (const [name, device] of Object.entries(topology.data.devices)) {
      // The number of the fabric itself is what all have without one of their own.
      if (device.asn === undefined || device.asn === topology.data.fabric.asn || !fabric.graph.hasNode(name)) continue;
      const node = fabric.graph.getNodeAttributes(name);
      if (node.kind !== 'switch') continue;
      const first = byAsn.get(device.asn);
      if (!first) byAsn.set(device.asn, node);
      else if (!mayShare(first, node)) {
        const span = spanOf(topology, topology.data.devices[first.name]!, 'asn');
        report({ asn: device.asn, device: name, first: first.name }, spanOf(topology, device, 'asn'), [
          { message: `the number of ${first.name}`, span },
        ]);
      }
    }
  },
});
