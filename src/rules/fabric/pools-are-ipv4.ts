import type { Span } from '../../diagnostics/span.ts';
import { formatIp, formatPrefix } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { poolsOf } from '../pools.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly text: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB032',
  name: 'pools-are-ipv4',
  severity: 'error',
  summary: 'Pools and the addresses of DHCP servers are IPv4.',
  why: 'The designs route IPv4: OSPFv2 and BGP for IPv4 unicast. An IPv6 pool would get no route.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: "fd00::/16", perRack: 24 }
  storage: { vlan: 30, pool: 10.30.0.0/16, defaultRoute: true }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, perRack: 24 }
  storage: { vlan: 30, pool: 10.30.0.0/16, defaultRoute: true }
`,
  },
  message: ({ text }) => `${text} is IPv6; the designs route IPv4 only`,
  check(fabric, report) {
    const { topology } = fabric;
    const found: { text: string; span: Span }[] = poolsOf(fabric)
      .filter(({ prefix }) => prefix.base.family === 6)
      .map(({ prefix, span }) => ({ text: formatPrefix(prefix), span }));
    for (const { name, dhcpRelay } of fabric.networks) {
      const span = spanOf(topology, topology.data.networks[name]!, 'dhcpRelay');
      for (const ip of dhcpRelay) if (ip.family === 6) found.push({ text: formatIp(ip), span });
    }
    for (const { text, span } of found) report({ text }, span);
  },
});
