import type { Span } from '../../diagnostics/span.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface ReservedAsn {
  readonly asn: number;
  readonly why: string;
}

const reserved = new Map([
  [0, 'it names no system (RFC 7607)'],
  [23456, 'it stands in for 4-byte numbers (RFC 6793)'],
  [65535, 'it is the last 16-bit number (RFC 7300)'],
  [4294967295, 'it is the last 32-bit number (RFC 7300)'],
]);

export const rule = defineRule<ReservedAsn, 'fabric'>({
  stage: 'fabric',
  code: 'FAB063',
  name: 'asn-is-not-reserved',
  severity: 'error',
  summary: 'An autonomous system number is not one of the reserved ones.',
  why: 'BGP speakers refuse sessions and routes with them.',
  source: 'RFC 7607; RFC 6793 section 9; RFC 7300',
  example: {
    wrong: `fabric:
  asn: 65535
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
`,
    right: `fabric:
  asn: 65534
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
`,
  },
  message: ({ asn, why }) => `AS ${asn} is reserved: ${why}`,
  hint: () => 'Private numbers are 64512 to 65534 and 4200000000 to 4294967294 (RFC 6996).',
  check(fabric, report) {
    const { topology } = fabric;
    const given: { asn: number; span: Span }[] = [
      { asn: topology.data.fabric.asn, span: spanOf(topology, topology.data.fabric, 'asn') },
    ];
    const { bgp } = topology.data.routing;
    given.push({ asn: bgp.hostAsn, span: spanOf(topology, bgp, 'hostAsn') });
    for (const device of Object.values(topology.data.devices)) {
      if (device.asn !== undefined) given.push({ asn: device.asn, span: spanOf(topology, device, 'asn') });
    }
    for (const { asn, span } of given) {
      const why = reserved.get(asn);
      if (why !== undefined) report({ asn, why }, span);
    }
  },
});
