import type { Span } from '../../diagnostics/span.ts';
import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface Shared {
  readonly asn: number;
  readonly whose: string;
}

export const rule = defineRule<Shared, 'fabric'>({
  stage: 'fabric',
  code: 'FAB095',
  name: 'host-asn-is-its-own',
  severity: 'error',
  summary: 'The autonomous system number of routed servers is that of no switch.',
  why: 'Sessions between a server and a leaf are external; a switch refuses routes with its own number in the path, and so those of every server.',
  source: 'RFC 4271 section 9.1.2',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
routing: { bgp: { hostAsn: 65000 } }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
routing: { bgp: { hostAsn: 65099 } }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
  },
  message: ({ asn, whose }) => `AS ${asn} of the routed servers is also that of ${whose}`,
  hint: () => 'Leave `routing.bgp.hostAsn` out, or write a private number that nobody else has.',
  check(fabric, report) {
    const { topology } = fabric;
    const { data } = topology;
    const { bgp } = data.routing;
    if (!fabric.servers.some(isRouted)) return;
    const others: { readonly asn: number | undefined; readonly whose: string; readonly span: Span }[] = [
      { asn: data.fabric.asn, whose: 'the fabric', span: spanOf(topology, data.fabric, 'asn') },
      ...Object.entries(data.devices).map(([name, device]) => ({
        asn: device.asn,
        whose: name,
        span: spanOf(topology, device, 'asn'),
      })),
      ...data.upstreams.map((upstream) => ({
        asn: upstream.asn,
        whose: `upstream ${upstream.name}`,
        span: spanOf(topology, upstream, 'asn'),
      })),
    ];
    for (const { asn, whose, span } of others) {
      if (asn !== bgp.hostAsn) continue;
      const own = topology.spans.has(bgp, 'hostAsn') ? spanOf(topology, bgp, 'hostAsn') : span;
      report({ asn, whose }, own, [{ message: `the number of ${whose}`, span }]);
    }
  },
});
