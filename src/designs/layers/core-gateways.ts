import type { SviInterface } from '../../device/device.ts';
import type { Network, SwitchNode } from '../../fabric/fabric.ts';
import { corePair } from '../../fabric/mlag-pairs.ts';
import type { CoreSubnet } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import { gatewaySvi } from '../gateway-svi.ts';
import { sharedGatewayMac } from './rack-gateways.ts';

/** Lower than what any switch has that nobody told; both cores have it, since as an MLAG pair they are one bridge. */
const rootPriority = 4096;

function addressing(
  subnets: readonly CoreSubnet[],
  { number }: SwitchNode,
): Pick<SviInterface, 'addresses' | 'gateways'> {
  const index = number === 1 ? 0 : 1;
  return {
    addresses: subnets.map(({ coreAddresses, length }) => ({ ip: coreAddresses[index], length })),
    // Where one must lead, it is the first core: of two equal ones either could.
    gateways: subnets.map(({ gateway }) => ({ ip: gateway, type: 'anycast', priority: number === 1 ? 110 : 100 })),
  };
}

/** The two cores: gateway of every network, both at once, and root of the spanning tree. */
export const coreGateways: Layer = {
  name: 'core-gateways',
  apply(plan, drafts) {
    const cores = corePair(plan.fabric);
    if (!cores) return;
    const byNetwork = new Map<Network, CoreSubnet[]>();
    for (const subnet of plan.coreSubnets) {
      byNetwork.set(subnet.network, [...(byNetwork.get(subnet.network) ?? []), subnet]);
    }
    for (const node of [cores.first, cores.second]) {
      const draft = drafts.switches.get(node.name);
      if (!draft) continue;
      draft.spanningTree = { priority: rootPriority };
      if (byNetwork.size > 0) draft.gatewayMac = sharedGatewayMac;
      for (const [network, subnets] of byNetwork) {
        draft.interfaces.push(gatewaySvi(network, subnets, addressing(subnets, node)));
      }
    }
  },
};
