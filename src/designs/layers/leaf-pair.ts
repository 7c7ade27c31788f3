import type { SviInterface, SwitchDevice } from '../../device/device.ts';
import type { Rack, SwitchNode } from '../../fabric/fabric.ts';
import { pairsLeafs } from '../../fabric/mlag-pairs.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import type { Layer } from '../design.ts';
import { interlinkLag } from '../interlink.ts';

/** The routed path between the two leafs in each VRF, as the one in the default table. */
function vrfPaths(
  plan: Plan,
  rack: Rack,
  node: SwitchNode,
  other: SwitchNode,
  mtu: number,
): (SviInterface & { readonly vrf: string })[] {
  return [...plan.vrfPairVlans].map(([vrf, vlan]) => ({
    kind: 'svi',
    vlan,
    description: `routed path to ${other.name}, VRF ${vrf}`,
    mtu,
    addresses: (plan.vrfBackups.get(rack.name)?.get(vrf) ?? []).map(({ prefix, a, z }) => ({
      ip: node.number === 1 ? a : z,
      length: prefix.length,
    })),
    gateways: [],
    dhcpRelay: [],
    vrf,
  }));
}

function addInterlink(
  plan: Plan,
  rack: Rack,
  node: SwitchNode,
  other: SwitchNode,
  draft: Draft<SwitchDevice>,
  vlan: number,
): void {
  const isMlag = pairsLeafs(plan.fabric);
  const backups = plan.backups.get(rack.name) ?? [];
  const vrfVlans = [...plan.vrfPairVlans.values()];
  const vlans = [
    ...draft.vlans.map((one) => one.id),
    ...vrfVlans,
    vlan,
    ...(isMlag && plan.mlagVlan !== undefined ? [plan.mlagVlan] : []),
  ];
  const mtu = Math.max(node.mtu, ...(plan.subnets.get(rack.name) ?? []).map((subnet) => subnet.network.mtu));
  const lag = interlinkLag(plan, node, other, { description: isMlag ? 'peer link' : 'interlink', mtu, vlans });
  if (backups.length === 0 || lag.length === 0) return;
  const pathMtu = Math.min(node.mtu, ...lag.map((one) => one.mtu));
  const inVrfs = vrfPaths(plan, rack, node, other, pathMtu);
  draft.vlans.push(
    { id: vlan, name: 'leaf-pair' },
    ...inVrfs.map((one) => ({ id: one.vlan, name: `leaf-pair-${one.vrf}` })),
  );
  draft.interfaces.push(
    ...lag,
    {
      kind: 'svi',
      vlan,
      description: `routed path to ${other.name}`,
      mtu: pathMtu,
      addresses: backups.map(({ prefix, a, z }) => ({ ip: node.number === 1 ? a : z, length: prefix.length })),
      gateways: [],
      dhcpRelay: [],
    },
    ...inVrfs,
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
