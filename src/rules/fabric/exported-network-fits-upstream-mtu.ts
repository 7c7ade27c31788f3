import { spanOf } from '../../topology/topology.ts';
import { twoUpstreams, withUpstreams } from '../border-example.ts';
import { defineRule } from '../rule.ts';

interface Narrow {
  readonly upstream: string;
  readonly mtu: number;
  readonly network: string;
  readonly wanted: number;
}

export const rule = defineRule<Narrow, 'fabric'>({
  stage: 'fabric',
  code: 'FAB103',
  name: 'exported-network-fits-upstream-mtu',
  severity: 'info',
  summary: 'A network that is announced to an upstream has no larger MTU than the link to it.',
  why: 'Its servers send packets that the link cannot take. They find out by ICMP, which filters on the way often drop: connections then open, and hang with the first large packet.',
  source: 'RFC 8899 section 1.1; RFC 4890 section 4.3.1',
  example: {
    wrong: withUpstreams(twoUpstreams[0], `${twoUpstreams[1]}, export: [storage]`),
    right: withUpstreams(twoUpstreams[0], `${twoUpstreams[1]}, export: [storage], mtu: 9000`),
  },
  message: ({ upstream, mtu, network, wanted }) =>
    `Network ${network} has MTU ${wanted}, and the link to upstream ${upstream} has ${mtu}`,
  hint: ({ wanted }) => `Write \`mtu: ${wanted}\` for the upstream if its end has it as well.`,
  check({ topology, upstreams }, report) {
    for (const { name, section, exports } of upstreams) {
      const network = exports.find((one) => one.mtu > section.mtu);
      if (!network) continue;
      report(
        { upstream: name, mtu: section.mtu, network: network.name, wanted: network.mtu },
        spanOf(topology, section, topology.spans.has(section, 'mtu') ? 'mtu' : 'device'),
        [{ message: `network ${network.name}`, span: network.span }],
      );
    }
  },
});
