import { type Network, type Rack, type ServerNode, isRouted } from '../fabric/fabric.ts';
import { type InterfaceAddress, type Ip, type Prefix, formatPrefix, sizeOf } from '../ip/index.ts';
import { spanOf } from '../topology/topology.ts';
import { addressAt, allocateNumbers } from './address-pool.ts';
import type { SubnetPlan } from './plan.ts';
import type { Planning } from './planning.ts';
import { switchHosts } from './rack-subnets.ts';
import type { SlotRequest } from './slots.ts';

/** Subnets from this size on keep their first ten addresses for switches and services, and start groups at round numbers. */
const roomy = 64;

/** Subnets from this size on keep two addresses for leafs even where there is one leaf, so that a second can be added. */
const twoLeafs = 16;

/** Host numbers that no server gets: the subnet's ends, the gateway, the leafs, or the cores where the subnet is stretched over the fabric. */
function reservedHosts(rack: Rack, subnets: readonly SubnetPlan[], isStretched: boolean): Set<number> {
  const reserved = new Set([0]);
  for (const { network, prefix } of subnets) {
    const size = Number(sizeOf(prefix));
    const hosts = switchHosts(network, prefix);
    reserved.add(size - 1);
    if (network.gateway === 'none') continue;
    reserved.add(hosts.gateway);
    if (isStretched || rack.leafs.length === 2 || size >= twoLeafs) for (const host of hosts.leafs) reserved.add(host);
  }
  return reserved;
}

/** Numbers the servers of a rack as a person would: groups start at 11, 31, 41, …; densely where there is no room for that. */
export function preferredHosts(servers: readonly ServerNode[], size: number): (number | undefined)[] {
  if (size < roomy) return servers.map(() => undefined);
  let next = 11;
  let group = servers[0]?.group;
  const hosts = servers.map((server) => {
    if (server.group !== group) {
      group = server.group;
      next = Math.ceil((next - 1) / 10) * 10 + 1;
    }
    return next++;
  });
  return next < size - 4 ? hosts : servers.map((_, index) => 11 + index);
}

/** Numbers of hosts that a subnet is laid out for, however large it is. */
const usualSize = 1 << 20;

/** Address of a host: of IPv6 the number's decimal digits are its last ones, so that `10.0.0.31` and `fd00::31` go together. */
export function hostAt(prefix: Prefix, host: number): Ip {
  return addressAt(prefix, prefix.base.family === 4 ? host : Number.parseInt(String(host), 16));
}

/** Key of the allocation of a server's host number. */
function hostKey(server: ServerNode): string {
  return `host/${server.rack.name}/${server.name}`;
}

function planRack(planning: Planning, rack: Rack, subnets: readonly SubnetPlan[]): void {
  const { fabric, allocations } = planning;
  // Routed servers are in no subnet.
  const servers = rack.servers.filter((server) => !isRouted(server));
  const byNetwork = new Map<Network, SubnetPlan[]>();
  const sizes = new Map<Network, number>();
  for (const subnet of subnets) {
    const { network, prefix } = subnet;
    const others = byNetwork.get(network);
    if (others) others.push(subnet);
    else byNetwork.set(network, [subnet]);
    sizes.set(network, Math.min(sizes.get(network) ?? usualSize, Number(sizeOf(prefix))));
  }
  const capacity = Math.max(0, ...sizes.values());
  const preferred = preferredHosts(servers, Math.min(...sizes.values()));
  const requests = servers.map((server, index): SlotRequest => ({
    key: hostKey(server),
    preferred: preferred[index],
    limit: Math.min(capacity, ...server.networks.map((network) => sizes.get(network) ?? capacity)),
  }));
  const { numbers, missing, resting } = allocateNumbers(
    capacity,
    requests,
    fabric.earlier.row(`host/${rack.name}`),
    allocations,
    reservedHosts(rack, subnets, fabric.traits.subnets === 'fabric'),
  );
  const lacking = new Set(missing);
  for (const server of servers) {
    const host = numbers.get(hostKey(server));
    const addresses = new Map<string, InterfaceAddress[]>();
    planning.servers.set(server.name, { node: server, addresses });
    if (host === undefined) continue;
    for (const network of server.networks) {
      const own = (byNetwork.get(network) ?? []).map(({ prefix, length }) => ({ ip: hostAt(prefix, host), length }));
      if (own.length > 0) addresses.set(network.name, own);
    }
  }
  for (const { network, prefix } of lacking.size > 0 ? subnets : []) {
    // An IPv6 subnet has room for all; the same number is used in both.
    if (prefix.base.family === 6 && sizes.get(network)! < usualSize) continue;
    const inNetwork = servers.filter((server) => server.networks.includes(network));
    const without = inNetwork.filter((server) => lacking.has(hostKey(server))).length;
    if (without === 0) continue;
    planning.defects.push({
      kind: 'subnet-full',
      network: network.name,
      rack: rack.name,
      prefix: formatPrefix(prefix),
      needed: inNetwork.length,
      available: inNetwork.length - without,
      resting,
      span: spanOf(fabric.topology, fabric.topology.data.networks[network.name]!, 'perRack'),
    });
  }
}

/** Gives every server a host number in its rack, the same in all its networks. */
export function planServers(planning: Planning): void {
  for (const rack of planning.fabric.racks) planRack(planning, rack, planning.subnets.get(rack.name) ?? []);
}
