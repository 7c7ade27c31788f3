import type { Gateway, SviInterface } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { SubnetPlan } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import { gatewaySvi } from '../gateway-svi.ts';
import { subnetsByNetwork } from '../subnets.ts';

/** MAC address of a gateway that two switches share: locally administered (IEEE 802), so that no NIC was made with it. */
export const sharedGatewayMac = '02:00:5e:00:01:01';

/** Addresses of a leaf in a network, and the gateways it answers for. */
function addressing(subnets: readonly SubnetPlan[], node: SwitchNode): Pick<SviInterface, 'addresses' | 'gateways'> {
  // Where one must lead, it is the first leaf: of two equal ones either could.
  const priority = node.number === 1 ? 110 : 100;
  const routed = subnets.flatMap(({ gateway, leafAddresses, length }) => {
    if (!gateway) return [];
    const own = leafAddresses[node.number - 1];
    const type: Gateway['type'] = own ? 'anycast' : 'own';
    return [{ address: { ip: own ?? gateway, length }, gateway: { ip: gateway, type, priority } }];
  });
  return { addresses: routed.map((one) => one.address), gateways: routed.map((one) => one.gateway) };
}

/** The rack's VLANs on its leafs, and their gateways: on the one leaf, or shared by both at once (anycast). */
export const rackGateways: Layer = {
  name: 'rack-gateways',
  apply(plan, drafts) {
    for (const { node } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft || !node.rack) continue;
      for (const [network, subnets] of subnetsByNetwork(plan.subnets.get(node.rack.name) ?? [])) {
        draft.vlans.push({ id: network.vlan, name: network.name });
        const own = addressing(subnets, node);
        if (own.gateways.length === 0) continue;
        draft.interfaces.push(gatewaySvi(network, subnets, own));
        if (own.gateways.some(({ type }) => type === 'anycast')) draft.gatewayMac = sharedGatewayMac;
      }
      draft.vlans.sort((a, b) => a.id - b.id);
    }
  },
};
