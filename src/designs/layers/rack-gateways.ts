import type { Gateway, SviInterface } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { SubnetPlan } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';

/** MAC address of a gateway that two leafs share: locally administered (IEEE 802), so that no NIC was made with it. */
const sharedGatewayMac = '02:00:5e:00:01:01';

function gatewayOf(subnet: SubnetPlan, node: SwitchNode): Pick<SviInterface, 'addresses' | 'gateways'> | undefined {
  const { gateway, leafAddresses, prefix } = subnet;
  if (!gateway) return undefined;
  const own = leafAddresses[node.number - 1];
  const type: Gateway['type'] = own ? 'anycast' : 'own';
  // Where one must lead, it is the first leaf: of two equal ones either could.
  const priority = node.number === 1 ? 110 : 100;
  return { addresses: [{ ip: own ?? gateway, length: prefix.length }], gateways: [{ ip: gateway, type, priority }] };
}

/** The rack's VLANs on its leafs, and their gateways: on the one leaf, or shared by both at once (anycast). */
export const rackGateways: Layer = {
  name: 'rack-gateways',
  apply(plan, drafts) {
    for (const { node } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft || !node.rack) continue;
      for (const subnet of plan.subnets.get(node.rack.name) ?? []) {
        const { network } = subnet;
        draft.vlans.push({ id: network.vlan, name: network.name });
        const addressing = gatewayOf(subnet, node);
        if (!addressing) continue;
        draft.interfaces.push({
          kind: 'svi',
          vlan: network.vlan,
          description: network.description ?? network.name,
          mtu: network.mtu,
          dhcpRelay: network.dhcpRelay,
          ...addressing,
        });
        if (addressing.gateways[0]?.type === 'anycast') draft.gatewayMac = sharedGatewayMac;
      }
      draft.vlans.sort((a, b) => a.id - b.id);
    }
  },
};
