import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defineRule } from '../rule.ts';

interface Local {
  readonly upstream: string;
  readonly leaf: string;
  readonly rack: string;
  readonly what: string;
}

export const rule = defineRule<Local, 'fabric'>({
  stage: 'fabric',
  code: 'FAB100',
  name: 'summary-is-announced-by-others',
  severity: 'warning',
  summary: 'No leaf of a rack announces to an upstream the pool of a network that its own rack is in.',
  why: 'A pool is announced while any part of it is known, and the leaf knows that of its own rack whatever happens: without its uplinks it still draws the traffic for all other racks, and drops it. A border leaf has no part of its own, and goes silent.',
  source: 'ipSpace.net, "Avoid Summarization in Leaf-and-Spine Fabrics" (June 2018)',
  example: {
    wrong: withUpstreams(twoUpstreams[0], 'name: isp-b, device: r1-leaf1, asn: 64501, addresses: [192.0.2.3/31]'),
    right: withUpstreams(...twoUpstreams),
  },
  message: ({ upstream, leaf, rack, what }) =>
    `Upstream ${upstream} is on ${leaf}, which announces all of ${what} on the strength of rack ${rack} alone`,
  hint: () => 'Cable it to a border leaf (`fabric.borderLeafs`).',
  check(fabric, report) {
    if (fabric.traits.links !== 'routed') return;
    for (const { name, end, section, exports, exportsHosts } of fabric.upstreams) {
      const node = fabric.graph.getNodeAttributes(end.node);
      if (node.kind !== 'switch' || node.role !== 'leaf' || !node.rack) continue;
      const local = new Set(node.rack.servers.flatMap(({ networks }) => networks));
      const network = exports.find((one) => local.has(one));
      const hosts = exportsHosts && node.rack.servers.some(isRouted);
      if (!network && !hosts) continue;
      const what = network ? network.name : 'hostLoopbacks';
      report(
        { upstream: name, leaf: node.name, rack: node.rack.name, what },
        spanOf(fabric.topology, section, 'device'),
        [{ message: `rack ${node.rack.name}`, span: node.rack.span }],
      );
    }
  },
});
