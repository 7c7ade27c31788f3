import { addressAt } from './address-pool.ts';
import type { CoreSubnet } from './plan.ts';
import type { Planning } from './planning.ts';
import { switchHosts } from './rack-subnets.ts';

/** The subnets that are stretched over the fabric, with the addresses of the two cores that route them; none where each rack has its own. */
export function planCoreSubnets({ fabric, subnets }: Planning): CoreSubnet[] {
  if (fabric.traits.subnets !== 'fabric') return [];
  const used = new Set([...subnets.values()].flatMap((own) => own.map(({ network }) => network)));
  return fabric.networks.flatMap((network) =>
    network.gateway === 'none' || !used.has(network)
      ? []
      : network.pools.map(({ prefix }) => {
          const { gateway, leafs } = switchHosts(network, prefix);
          return {
            network,
            prefix,
            length: prefix.length,
            gateway: addressAt(prefix, gateway),
            coreAddresses: [addressAt(prefix, leafs[0]), addressAt(prefix, leafs[1])],
          };
        }),
  );
}
