import type { Span } from '../../diagnostics/span.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

/** Names that systems keep for tables of their own. */
const kept = new Set(['default', 'mgmt', 'management', 'global', 'all', 'main', 'local', 'unspec', 'internal']);

const tenant = (design: string, name: string): string => `design: ${design}
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, vrf: ${name} }
vrfs: { ${name}: {} }
`;

export const rule = defineRule<{ readonly text: string; readonly fault: string; readonly hint: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB071',
  name: 'vrf-is-possible',
  severity: 'error',
  summary: 'VRFs have names that no system keeps for itself, and stand in a design that has a place for them.',
  why: 'In one autonomous system with OSPF below, each VRF would need a process, loopbacks and reflectors of its own; eBGP on the links, or VLANs to two cores, carry them as they are.',
  source: 'RFC 4364 section 10; RFC 7938 section 5.2',
  example: { wrong: tenant('l3-ospf-ibgp', 'storage'), right: tenant('l3-ebgp', 'storage') },
  message: ({ text, fault }) => `${text} ${fault}`,
  hint: ({ hint }) => hint,
  check(fabric, report) {
    const { topology, traits, vrfs, leaks } = fabric;
    for (const { name, span } of vrfs) {
      if (!kept.has(name.toLowerCase())) continue;
      report(
        { text: `VRF ${name}`, fault: 'has a name that systems keep for themselves', hint: 'Choose another.' },
        span,
      );
    }
    const first = fabric.networks.find((network) => network.vrf !== undefined);
    if (first && traits.links === 'routed' && traits.autonomousSystems === 'one') {
      const span: Span = spanOf(topology, topology.data.networks[first.name]!, 'vrf');
      const fault = `is in VRF ${first.vrf}, for which this design has no place`;
      report({ text: `Network ${first.name}`, fault, hint: 'Use the design l3-ebgp, or mlag.' }, span);
    }
    const leak = leaks[0];
    if (leak && traits.links === 'bridged') {
      const fault = 'cross between VRFs, and without BGP nothing takes them over';
      report({ text: 'Routes', fault, hint: 'Leave `leaks` out in this design, or use l3-ebgp.' }, leak.span);
    }
  },
});
