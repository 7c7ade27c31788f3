import type { Network, Rack } from '../fabric/fabric.ts';
import { type Prefix, formatPrefix, sizeOf } from '../ip/index.ts';
import { spanOf } from '../topology/topology.ts';
import { addressAt, allocateBlocks } from './address-pool.ts';
import type { SubnetPlan } from './plan.ts';
import { type Planning, rackNumber } from './planning.ts';

/** Numbers within a subnet that the switches have. */
export interface SwitchHosts {
  readonly gateway: number;
  readonly leafs: readonly [number, number];
}

/** Where gateway and leafs are in a subnet of `size` addresses: at its start, or at its end. */
export function switchHosts(network: Network, size: number): SwitchHosts {
  return network.gateway === 'last'
    ? { gateway: size - 2, leafs: [size - 3, size - 4] }
    : { gateway: 1, leafs: [2, 3] };
}

/** The networks that servers of a rack are in, in the order of the file. */
export function networksOf(rack: Rack): readonly Network[] {
  const used = new Set(rack.servers.flatMap((server) => server.networks));
  return [...used].sort((a, b) => a.index - b.index);
}

function planSubnet(network: Network, rack: Rack, prefix: Prefix): SubnetPlan {
  const hosts = switchHosts(network, Number(sizeOf(prefix)));
  return {
    network,
    rack,
    prefix,
    ...(network.gateway === 'none' ? {} : { gateway: addressAt(prefix, hosts.gateway) }),
    leafAddresses:
      rack.leafs.length === 2 && network.gateway !== 'none' ? hosts.leafs.map((host) => addressAt(prefix, host)) : [],
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
    const requests = racks.map((rack) => ({
      key: `subnet/${network.name}/${rack.name}`,
      preferred: rackNumber(planning, rack),
    }));
    const { blocks, missing, capacity, resting } = allocateBlocks(
      network.pool,
      network.perRack,
      requests,
      fabric.earlier.row(`subnet/${network.name}`),
      allocations,
    );
    if (missing.length > 0) {
      const section = fabric.topology.data.networks[network.name]!;
      planning.defects.push({
        kind: 'pool-exhausted',
        pool: `networks.${network.name}.pool`,
        prefix: formatPrefix(network.pool),
        needed: requests.length,
        available: capacity - resting,
        resting,
        span: spanOf(fabric.topology, section, 'pool'),
      });
    }
    for (const rack of racks) {
      const prefix = blocks.get(`subnet/${network.name}/${rack.name}`);
      if (prefix) planning.subnets.get(rack.name)!.push(planSubnet(network, rack, prefix));
    }
  }
}
