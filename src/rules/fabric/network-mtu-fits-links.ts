import type { Span } from '../../diagnostics/span.ts';
import type { Fabric, Link, Network } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { mtuSpan, switchesOf } from '../link-mtu.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface TooSmall {
  readonly network: string;
  readonly mtu: number;
  readonly path: string;
  readonly pathMtu: number;
  readonly others: number;
}

function largest(networks: readonly Network[]): Network | undefined {
  return networks.reduce<Network | undefined>((best, one) => (best && best.mtu >= one.mtu ? best : one), undefined);
}

/** Cables whose MTU is below what the packets on them need, with the place that made it so. */
function* narrowLinks(
  fabric: Fabric,
  routed: Network | undefined,
): Generator<{ link: Link; network: Network; mtu: number; span: Span }> {
  for (const link of fabric.links) {
    const ends = switchesOf(fabric, link);
    const server = fabric.graph.getNodeAttributes(link.a.node);
    const network = server.kind === 'server' ? largest(server.networks) : routed;
    if (!network) continue;
    if (link.mtu !== undefined) {
      if (link.mtu < network.mtu) yield { link, network, mtu: link.mtu, span: link.span };
    } else if (ends && ends[0].mtu === ends[1].mtu && ends[0].mtu < network.mtu) {
      yield { link, network, mtu: ends[0].mtu, span: mtuSpan(fabric, ends[0]) };
    }
  }
}

export const rule = defineRule<TooSmall, 'fabric'>({
  stage: 'fabric',
  code: 'FAB026',
  name: 'network-mtu-fits-links',
  severity: 'error',
  summary: 'Every cable on the path of a network has at least the MTU of the network.',
  why: 'Small packets pass and large ones are dropped or fragmented: connections open and then hang.',
  source: 'RFC 2923 section 2.1',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9216 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9000 }
`,
  },
  message: ({ network, mtu, path, pathMtu, others }) =>
    `Network ${network} has MTU ${mtu}, but ${path} ${pathMtu}${alike(others, 'link')}`,
  hint: ({ mtu, pathMtu }) => `Lower the network to ${pathMtu}, or raise the links to ${mtu}.`,
  check(fabric, report) {
    const { topology } = fabric;
    const { mtu } = topology.data.fabric;
    const routed = fabric.networks.filter((network) => network.gateway !== 'none');
    for (const network of routed.filter((one) => one.mtu > mtu)) {
      const section = topology.data.networks[network.name]!;
      const related = topology.spans.has(topology.data.fabric, 'mtu')
        ? [{ message: 'MTU of the fabric links', span: spanOf(topology, topology.data.fabric, 'mtu') }]
        : [];
      const data = { network: network.name, mtu: network.mtu, path: 'the fabric links have', pathMtu: mtu, others: 0 };
      report(data, spanOf(topology, section, 'mtu'), related);
    }
    const fitting = largest(routed.filter((network) => network.mtu <= mtu));
    for (const { item, others } of gather(narrowLinks(fabric, fitting), (one) => one.network.name)) {
      const { link, network, mtu: pathMtu } = item;
      const path = `the link between ${link.a.node} and ${link.z.node} has`;
      const place = spanOf(topology, topology.data.networks[network.name]!, 'mtu');
      report({ network: network.name, mtu: network.mtu, path, pathMtu, others }, item.span, [
        { message: `MTU of network ${network.name}`, span: place },
      ]);
    }
  },
});
