import type { Interface, SwitchDevice } from '../../device/device.ts';
import type { Rack, SwitchNode } from '../../fabric/fabric.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import type { Layer } from '../design.ts';
import { endsFrom, peerAt, portOf } from '../ports.ts';

function addInterlink(
  plan: Plan,
  rack: Rack,
  node: SwitchNode,
  other: SwitchNode,
  draft: Draft<SwitchDevice>,
  vlan: number,
): void {
  const { fabric } = plan;
  const backups = plan.backups.get(rack.name) ?? [];
  const ends = fabric.graph
    .edges(node.name, other.name)
    .map((id) => fabric.graph.getEdgeAttributes(id))
    .filter((link) => link.kind === 'interlink')
    .map((link) => endsFrom(link, node.name));
  if (backups.length === 0 || ends.length === 0) return;
  const members = ends.map(({ own, speed }) => portOf(fabric, own, speed)).sort((a, b) => a.panel - b.panel);
  const id = plan.lags.get(`${node.name}/${other.name}`);
  if (id === undefined) return;
  const vlans = draft.vlans.map((one) => one.id);
  const mtu = Math.max(node.mtu, ...(plan.subnets.get(rack.name) ?? []).map((subnet) => subnet.network.mtu));
  const description = 'interlink';
  draft.vlans.push({ id: vlan, name: 'leaf-pair' });
  draft.interfaces.push(
    ...ends.map(({ own, far, speed }): Interface => ({
      kind: 'ethernet',
      description,
      mtu,
      port: portOf(fabric, own, speed),
      peer: peerAt(fabric, far, speed),
      mode: { type: 'member', lag: id },
    })),
    {
      kind: 'lag',
      id,
      description,
      mtu,
      protocol: { type: 'lacp', rate: 'fast', active: true },
      members,
      minLinks: 1,
      hash: 'layer3+4',
      miimon: 100,
      peer: { device: other.name, kind: 'switch' },
      mode: { type: 'bridged', tagged: [...vlans, vlan].sort((a, b) => a - b), edge: false },
    },
    {
      kind: 'svi',
      vlan,
      description: `routed path to ${other.name}`,
      mtu: node.mtu,
      addresses: backups.map(({ prefix, a, z }) => ({ ip: node.number === 1 ? a : z, length: prefix.length })),
      gateways: [],
      dhcpRelay: [],
    },
  );
}

/**
 * The link between the two leafs of a rack: it carries the rack's VLANs, so that a server may be active on either,
 * and a routed path for a leaf that has lost its uplinks.
 */
export const leafPair: Layer = {
  name: 'leaf-pair',
  apply(plan, drafts) {
    const vlan = plan.pairVlan;
    if (vlan === undefined) return;
    for (const rack of plan.fabric.racks) {
      const [first, second] = rack.leafs;
      if (!first || !second) continue;
      for (const [node, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const draft = drafts.switches.get(node.name);
        if (draft) addInterlink(plan, rack, node, other, draft, vlan);
      }
    }
  },
};
