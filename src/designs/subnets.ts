import type { Network } from '../fabric/fabric.ts';
import type { SubnetPlan } from '../plan/plan.ts';

/** Subnets of one rack, network by network: one of each address family. */
export function subnetsByNetwork(subnets: readonly SubnetPlan[]): Map<Network, SubnetPlan[]> {
  const found = new Map<Network, SubnetPlan[]>();
  for (const subnet of subnets) {
    const own = found.get(subnet.network);
    if (own) own.push(subnet);
    else found.set(subnet.network, [subnet]);
  }
  return found;
}
