import { type Link, portText } from '../../fabric/fabric.ts';
import { defectsOf } from '../defects.ts';
import { defineRule } from '../rule.ts';

interface PortTaken {
  readonly device: string;
  readonly port: string;
}

export const rule = defineRule<PortTaken, 'fabric'>({
  stage: 'fabric',
  code: 'FAB012',
  name: 'port-is-used-once',
  severity: 'error',
  summary: 'Every port, every channel of a broken-out port and every NIC has one cable.',
  why: 'A port takes one cable; the second link would not exist, whatever the configs say.',
  example: {
    wrong: `links:
  - { a: "r1-leaf1:9", z: spine1 }
  - { a: "r1-leaf1:9", z: spine2 }
`,
    right: `links:
  - { a: "r1-leaf1:9", z: spine1 }
  - { a: "r1-leaf1:10", z: spine2 }
`,
  },
  message: ({ device, port }) => `Port ${port} of ${device} already has a cable`,
  hint: () => 'Give the link another port, or none: a free one is then chosen.',
  check(fabric, report) {
    for (const defect of defectsOf(fabric, 'port-taken')) {
      report(defect, defect.span, [
        { message: `the first cable${defect.by ? ` (${defect.by})` : ''}`, span: defect.first },
      ]);
    }
    // NICs are counted, not chosen, so that the builder does not see two cables at one.
    const byNic = new Map<string, Link>();
    for (const link of fabric.links) {
      if (link.kind !== 'server') continue;
      const nic = `${link.a.node}:${portText(link.a.port)}`;
      const first = byNic.get(nic);
      if (!first) byNic.set(nic, link);
      else {
        const [one, other] = first.span.start > link.span.start ? [link, first] : [first, link];
        report({ device: link.a.node, port: portText(link.a.port) }, other.span, [
          { message: `the first cable (${one.id})`, span: one.span },
        ]);
      }
    }
  },
});
