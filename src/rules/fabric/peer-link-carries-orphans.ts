import { mlagPairs } from '../../fabric/mlag-pairs.ts';
import { spanOf } from '../../topology/topology.ts';
import { gather } from '../gather.ts';
import { isCutShort } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Crowded {
  readonly rack: string;
  readonly orphans: number;
  readonly gbps: number;
  readonly others: number;
}

const pairWith = (interlink: string): string => `fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos, interlink: { count: 2, ${interlink} } }
access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{01..20}", role: web, nics: { speed: 25G }, networks: [service, storage], bond: active-backup }
`;

export const rule = defineRule<Crowded, 'fabric', 'share'>({
  stage: 'fabric',
  code: 'FAB115',
  name: 'peer-link-carries-orphans',
  severity: 'warning',
  summary:
    'The peer link of an MLAG pair has the bandwidth for what goes to servers that are on one of the two switches only.',
  why: 'Half of the traffic to a server on one switch arrives at the other, and has no way but the peer link. Where that is full, it also delays what keeps the pair in step.',
  source:
    'Cumulus Linux 4.3 User Guide, Multi-Chassis Link Aggregation, "Peer Link Sizing": half the bandwidth of single-attached hosts',
  example: { wrong: pairWith('speed: 40G'), right: pairWith('speed: 100G').replace('{01..20}', '{01..08}') },
  message: ({ rack, orphans, gbps, others }) =>
    `Servers of ${rack} that are on one switch at a time have ${orphans}G, half of which is more than the ${gbps}G of the peer link${alike(others, 'rack')}`,
  hint: () => 'Bond them with LACP over both switches, or give the peer link more (`fabric.leafs.interlink`).',
  thresholds: {
    share: {
      default: 0.5,
      minimum: 0.01,
      maximum: 1,
      description: 'Share of the bandwidth of such servers that the peer link is to carry.',
    },
  },
  check(fabric, report, { share }) {
    const pairs = mlagPairs(fabric).filter(({ rack }) => rack);
    if (pairs.length === 0 || isCutShort(fabric)) return;
    const { topology } = fabric;
    const rackOf = new Map(pairs.flatMap(({ first, second, rack }) => [first, second].map((one) => [one.name, rack!])));
    const peerLinks = new Map<string, number>();
    for (const { kind, a, speed } of fabric.links) {
      const rack = kind === 'interlink' ? rackOf.get(a.node)?.name : undefined;
      if (rack !== undefined) peerLinks.set(rack, (peerLinks.get(rack) ?? 0) + speed);
    }
    const { interlink } = topology.data.fabric.leafs;
    const key = (['speed', 'count'] as const).find((one) => topology.spans.has(interlink, one));
    const found = pairs.flatMap(({ rack }) => {
      // One NIC of such a server is in use at a time.
      const single = rack!.servers.filter(({ group }) => group.bond === 'active-backup' || group.bond === 'none');
      const orphans = single.reduce((sum, { speed }) => sum + speed, 0);
      const gbps = peerLinks.get(rack!.name);
      if (gbps === undefined || orphans * share <= gbps) return [];
      return [{ rack: rack!, orphans, gbps, span: key ? spanOf(topology, interlink, key) : rack!.span }];
    });
    for (const { item, others } of gather(found)) {
      const { rack, orphans, gbps, span } = item;
      report({ rack: rack.name, orphans, gbps, others }, span, [{ message: `rack ${rack.name}`, span: rack.span }]);
    }
  },
});
