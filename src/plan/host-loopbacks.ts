import { servicesOf } from '../fabric/anycast.ts';
import { type Fabric, type PoolSection, type Rack, type ServerNode, isRouted } from '../fabric/fabric.ts';
import { type Ip, bitsOf, contains, formatPrefix, sizeOf } from '../ip/index.ts';
import { addressSlot, allocateBlocks } from './address-pool.ts';
import { familyMark } from './families.ts';
import { hostBlock } from './host-blocks.ts';
import type { HostBlock, RoutedServer } from './plan.ts';
import { type Planning, rackNumber } from './planning.ts';
import { hostAt, preferredHosts } from './server-addresses.ts';

function routedIn(rack: Rack): ServerNode[] {
  return rack.servers.filter(isRouted);
}

/** Slots that the routed servers of a rack have if all is regular: in its block, numbered as other servers are. */
function preferredSlots(planning: Planning, rack: Rack, { prefix: pool }: PoolSection): (number | undefined)[] {
  const block = hostBlock(pool, rackNumber(planning, rack));
  return preferredHosts(routedIn(rack), Number(sizeOf(block))).map((host, index) => {
    const ip = hostAt(block, host ?? index + 1);
    return contains(block, ip) ? addressSlot(pool, ip) : undefined;
  });
}

/** Gives the routed servers their loopbacks of one family. The pool's first address stays free: people read it as a network's. */
function allocateFamily(planning: Planning, pool: PoolSection): void {
  const { fabric, allocations, defects, hostLoopbacks } = planning;
  const { prefix, span } = pool;
  const row = `host-loopback${familyMark(prefix.base.family)}`;
  const servers = fabric.racks.flatMap((rack) => {
    const slots = preferredSlots(planning, rack, pool);
    return routedIn(rack).map((node, index) => ({ node, key: `${row}/${node.name}`, preferred: slots[index] }));
  });
  const length = bitsOf(prefix.base.family);
  const reserved = prefix.length < length ? [0] : [];
  const given = allocateBlocks(prefix, length, servers, fabric.earlier.row(row), allocations, reserved);
  for (const { node, key } of servers) {
    const ip = given.blocks.get(key)?.base;
    if (ip) hostLoopbacks.set(node.name, [...(hostLoopbacks.get(node.name) ?? []), ip]);
  }
  if (given.missing.length === 0) return;
  defects.push({
    kind: 'pool-exhausted',
    pool: 'addressing.hostLoopbacks',
    prefix: formatPrefix(prefix),
    needed: servers.length,
    available: servers.length - given.missing.length,
    resting: given.resting,
    span,
  });
}

/** What the routed servers of a rack announce of a pool: its block, and those that have their addresses elsewhere. */
function blockOf(planning: Planning, rack: Rack, { prefix: pool }: PoolSection): HostBlock {
  const { family } = pool.base;
  const block = hostBlock(pool, rackNumber(planning, rack));
  const own = routedIn(rack)
    .flatMap(({ name }) => planning.hostLoopbacks.get(name) ?? [])
    .filter((ip) => ip.family === family);
  const others = own.filter((ip) => !contains(block, ip));
  return { family, ...(others.length < own.length ? { block } : {}), others };
}

/** Gives every routed server a loopback of each family. */
export function planHostLoopbacks(planning: Planning): void {
  const { hostLoopbacks: pools } = planning.fabric.pools;
  for (const pool of pools) allocateFamily(planning, pool);
  for (const rack of planning.fabric.racks) {
    if (routedIn(rack).length === 0) continue;
    planning.hostBlocks.set(
      rack.name,
      pools.map((pool) => blockOf(planning, rack, pool)),
    );
  }
}

/** Router ids without IPv4 are in the upper half of the numbers; those of switches are in the lower. */
const upperHalf = 1n << 31n;

function routerIdOf({ pools }: Fabric, loopbacks: readonly Ip[]): Ip {
  const ipv4 = loopbacks.find((ip) => ip.family === 4);
  const [pool] = pools.hostLoopbacks;
  return (
    ipv4 ?? { family: 4, value: ((loopbacks[0]!.value - (pool?.prefix.base.value ?? 0n)) % upperHalf) + upperHalf }
  );
}

/** What the servers that are routers themselves have been given; those without a loopback are left out. */
export function planRoutedServers({ fabric, hostLoopbacks }: Planning): Map<string, RoutedServer> {
  const found = new Map<string, RoutedServer>();
  for (const node of fabric.racks.flatMap(routedIn)) {
    const loopbacks = hostLoopbacks.get(node.name);
    if (!loopbacks) continue;
    const services = servicesOf(fabric.anycast, node);
    found.set(node.name, { node, loopbacks, routerId: routerIdOf(fabric, loopbacks), services });
  }
  return found;
}
