import { isRouted } from '../../fabric/fabric.ts';
import { spanOf } from '../../topology/topology.ts';
import { serversByGroup } from '../groups.ts';
import { mtuSpan } from '../link-mtu.ts';
import { defineRule } from '../rule.ts';

interface TooLarge {
  readonly server: string;
  readonly mtu: number;
  readonly device: string;
  readonly deviceMtu: number;
}

export const rule = defineRule<TooLarge, 'fabric'>({
  stage: 'fabric',
  code: 'FAB096',
  name: 'host-mtu-fits-links',
  severity: 'error',
  summary: 'The MTU of routed servers is no larger than that of any switch’s links.',
  why: 'Small packets pass and large ones are dropped: connections open and then hang.',
  source: 'RFC 2923 section 2.1',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed, mtu: 9216 }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed, mtu: 9000 }
`,
  },
  message: ({ server, mtu, device, deviceMtu }) => `${server} has MTU ${mtu}, and the links of ${device} ${deviceMtu}`,
  hint: ({ deviceMtu }) => `Write at most ${deviceMtu}, or raise the links of the fabric.`,
  check(fabric, report) {
    const smallest = fabric.switches.reduce(
      (least, node) => (node.mtu < least.mtu ? node : least),
      fabric.switches[0]!,
    );
    for (const [group, [server]] of serversByGroup(fabric)) {
      const { mtu } = group;
      if (!isRouted(server!) || mtu === undefined || !smallest || mtu <= smallest.mtu) continue;
      report(
        { server: server!.name, mtu, device: smallest.name, deviceMtu: smallest.mtu },
        spanOf(fabric.topology, group, 'mtu'),
        [{ message: `MTU of ${smallest.name}`, span: mtuSpan(fabric, smallest) }],
      );
    }
  },
});
