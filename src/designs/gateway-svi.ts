import type { RouterAdvertisements, SviInterface } from '../device/device.ts';
import type { Network } from '../fabric/fabric.ts';
import { networkOf } from '../ip/index.ts';
import type { SubnetPlan } from '../plan/plan.ts';

type RoutedSubnet = Pick<SubnetPlan, 'prefix' | 'length'>;

/** Seconds for which hosts keep the switch as default router: three times the longest interval of advertisements (RFC 4861). */
const routerLifetime = 1800;

/** What hosts are told of the IPv6 subnets: how else they would learn that these are on the link (RFC 5942). */
function advertisements(network: Network, subnets: readonly RoutedSubnet[]): RouterAdvertisements | undefined {
  const own = subnets.filter(({ prefix }) => prefix.base.family === 6);
  if (own.length === 0) return undefined;
  return {
    lifetime: network.defaultRoute ? routerLifetime : 0,
    prefixes: own.map(({ prefix, length }) => ({
      prefix: { base: networkOf(prefix.base, length), length },
      autonomous: network.slaac,
    })),
  };
}

/** The routed interface of a network's VLAN. */
export function gatewaySvi(
  network: Network,
  subnets: readonly RoutedSubnet[],
  own: Pick<SviInterface, 'addresses' | 'gateways'>,
): SviInterface {
  const routerAdvertisements = advertisements(network, subnets);
  return {
    kind: 'svi',
    vlan: network.vlan,
    description: network.description ?? network.name,
    mtu: network.mtu,
    dhcpRelay: network.dhcpRelay,
    ...own,
    ...(network.vrf === undefined ? {} : { vrf: network.vrf }),
    ...(routerAdvertisements ? { routerAdvertisements } : {}),
  };
}
