import type { Interface } from '../../device/device.ts';
import type { Link, SwitchNode } from '../../fabric/fabric.ts';
import { type MlagPair, mlagPairs } from '../../fabric/mlag-pairs.ts';
import { pairsByMember } from '../../plan/lag-numbers.ts';
import type { Plan } from '../../plan/plan.ts';
import { networksOf } from '../../plan/rack-subnets.ts';
import type { Layer } from '../design.ts';
import { endsFrom, peerAt, portOf } from '../ports.ts';

type Pairs = ReadonlyMap<string, MlagPair>;

/** Links of a switch to the tier above or below, by the device at the far end, or the first of its pair. */
function bundlesOf(plan: Plan, pairs: Pairs, node: SwitchNode): Map<string, Link[]> {
  const bundles = new Map<string, Link[]>();
  plan.fabric.graph.forEachEdge(node.name, (_id, link: Link) => {
    if (link.kind !== 'uplink') return;
    const { far } = endsFrom(link, node.name);
    const peer = pairs.get(far.node)?.first.name ?? far.node;
    const links = bundles.get(peer);
    if (links) links.push(link);
    else bundles.set(peer, [link]);
  });
  return bundles;
}

/** One LAG, with its members. */
function lagTo(plan: Plan, pairs: Pairs, node: SwitchNode, peer: string, links: readonly Link[]): Interface[] {
  const { fabric } = plan;
  const id = plan.lags.get(`${node.name}/${peer}`);
  const lower = fabric.graph.getNodeAttributes(links[0]!.a.node);
  if (id === undefined || !lower.rack) return [];
  const mtu = Math.min(...links.map((link) => link.mtu ?? node.mtu));
  const ends = links.map((link) => endsFrom(link, node.name));
  const mlag = plan.mlags.get(`${node.name}/${peer}`);
  const far = pairs.get(peer);
  const ports = ends.map(({ own, far, speed }) => ({
    port: portOf(fabric, own, speed),
    peer: peerAt(fabric, far, speed),
  }));
  return [
    ...ports.map((one): Interface => ({
      kind: 'ethernet',
      description: '',
      mtu,
      ...one,
      mode: { type: 'member', lag: id },
    })),
    {
      kind: 'lag',
      id,
      description: far ? `and ${far.second.name}` : '',
      mtu,
      protocol: { type: 'lacp', rate: 'fast', active: true },
      members: ports.map(({ port }) => port).sort((a, b) => a.panel - b.panel || (a.channel ?? 0) - (b.channel ?? 0)),
      minLinks: 1,
      hash: 'layer3+4',
      miimon: 100,
      peer: { device: peer, kind: 'switch' },
      ...(mlag === undefined ? {} : { mlag }),
      mode: {
        type: 'bridged',
        tagged: networksOf(lower.rack)
          .map(({ vlan }) => vlan)
          .sort((a, b) => a - b),
        edge: false,
        // The root is a core: whoever claims to be a better one below it is wrong.
        ...(node.role === 'spine' ? { rootGuard: true } : {}),
      },
    },
  ];
}

/** All links between the leafs of a rack and the cores as one LAG, which carries the VLANs of the rack's servers. */
export const bridgedLinks: Layer = {
  name: 'bridged-links',
  apply(plan, drafts) {
    const { fabric } = plan;
    const pairs = pairsByMember(mlagPairs(fabric));
    for (const node of fabric.switches) {
      for (const [peer, links] of bundlesOf(plan, pairs, node)) {
        drafts.switches.get(node.name)?.interfaces.push(...lagTo(plan, pairs, node, peer, links));
      }
    }
  },
};
