import type { Network, Rack } from '../fabric/fabric.ts';
import { type Prefix, formatPrefix, sizeOf } from '../ip/index.ts';
import { addressAt, allocateBlocks } from './address-pool.ts';
import { familyMark } from './families.ts';
import type { SubnetPlan } from './plan.ts';
import { type Planning, rackNumber } from './planning.ts';

/** Numbers within a subnet that the switches have. */
export interface SwitchHosts {
  readonly gateway: number;
  readonly leafs: readonly [number, number];
}

/** Where gateway and leafs are in a subnet: at its start, or (IPv4 only) at its end. */
export function switchHosts(network: Network, subnet: Prefix): SwitchHosts {
  const size = Number(sizeOf(subnet));
  return network.gateway === 'last' && subnet.base.family === 4
    ? { gateway: size - 2, leafs: [size - 3, size - 4] }
    : { gateway: 1, leafs: [2, 3] };
}

/** The networks that servers of a rack are in, in the order of the file. */
export function networksOf(rack: Rack): readonly Network[] {
  const used = new Set(rack.servers.flatMap((server) => server.networks));
  return [...used].sort((a, b) => a.index - b.index);
}

function planSubnet(network: Network, rack: Rack, prefix: Prefix, stretchedOver: Prefix | undefined): SubnetPlan {
  const routed = network.gateway !== 'none';
  const subnet = stretchedOver ?? prefix;
  const hosts = switchHosts(network, subnet);
  return {
    network,
    rack,
    prefix,
    length: subnet.length,
    ...(routed ? { gateway: addressAt(subnet, hosts.gateway) } : {}),
    leafAddresses:
      routed && !stretchedOver && rack.leafs.length === 2 ? hosts.leafs.map((host) => addressAt(subnet, host)) : [],
  };
}

/** Gives every rack a subnet of each network that its servers are in. */
export function planSubnets(planning: Planning): void {
  const { fabric, allocations } = planning;
  const usedBy = new Map<Network, Rack[]>(fabric.networks.map((network) => [network, []]));
  for (const rack of fabric.racks) {
    planning.subnets.set(rack.name, []);
    for (const network of networksOf(rack)) usedBy.get(network)?.push(rack);
  }
  for (const [network, racks] of usedBy) {
    for (const pool of network.pools) {
      const kind = `subnet${familyMark(pool.prefix.base.family)}`;
      const keyOf = (rack: Rack): string => `${kind}/${network.name}/${rack.name}`;
      const requests = racks.map((rack) => ({ key: keyOf(rack), preferred: rackNumber(planning, rack) }));
      const earlier = fabric.earlier.row(`${kind}/${network.name}`);
      const { blocks, missing, capacity, resting } = allocateBlocks(
        pool.prefix,
        pool.perRack,
        requests,
        earlier,
        allocations,
      );
      if (missing.length > 0) {
        planning.defects.push({
          kind: 'pool-exhausted',
          pool: `networks.${network.name}.pool`,
          prefix: formatPrefix(pool.prefix),
          needed: requests.length,
          available: capacity - resting,
          resting,
          span: pool.span,
        });
      }
      const stretchedOver = fabric.traits.subnets === 'fabric' ? pool.prefix : undefined;
      for (const rack of racks) {
        const prefix = blocks.get(keyOf(rack));
        if (prefix) planning.subnets.get(rack.name)!.push(planSubnet(network, rack, prefix, stretchedOver));
      }
    }
  }
}
