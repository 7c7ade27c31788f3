import type { SwitchRole } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defineRule } from '../rule.ts';

const onDevice = (device: string): string =>
  withUpstreams(twoUpstreams[0], `name: isp-b, device: ${device}, asn: 64501, addresses: [192.0.2.3/31]`);

export const rule = defineRule<
  { readonly upstream: string; readonly device: string; readonly role: SwitchRole },
  'fabric'
>({
  stage: 'fabric',
  code: 'FAB070',
  name: 'upstream-is-on-a-leaf',
  severity: 'error',
  summary: 'In a routed fabric upstreams are cabled to border leafs or leafs.',
  why: 'A spine reflects routes and leaves their next hops alone: routes of an upstream on it would have a next hop that nobody knows; and it would be unlike its twins, so that ECMP is lost.',
  source: 'RFC 7938 section 5.2.4',
  example: { wrong: onDevice('spine1'), right: onDevice('border2') },
  message: ({ upstream, device, role }) => `Upstream ${upstream} is on ${device}, which is a ${role}`,
  hint: () => 'Give the fabric border leafs (`fabric.borderLeafs`), and cable it to one of them.',
  check(fabric, report) {
    if (fabric.traits.links !== 'routed') return;
    for (const { name, end, section } of fabric.upstreams) {
      const node = fabric.graph.getNodeAttributes(end.node);
      if (node.kind !== 'switch' || node.role === 'border' || node.role === 'leaf') continue;
      report({ upstream: name, device: node.name, role: node.role }, spanOf(fabric.topology, section, 'device'));
    }
  },
});
