import type { PoolSection, SwitchNode } from '../fabric/fabric.ts';
import { type Family, type Ip, type Prefix, bitsOf, formatPrefix, lastOf, parseIp, sizeOf } from '../ip/index.ts';
import { spanOf } from '../topology/topology.ts';
import { addressSlot, allocateBlocks } from './address-pool.ts';
import { familyMark } from './families.ts';
import { type Planning, rackNumber, tierPlace } from './planning.ts';

/**
 * Place of a switch in a pool of single addresses: superspines and spines in the first quarter,
 * leafs after it by the number of their rack, so that loopback and out-of-band address look alike.
 */
function placeOf(planning: Planning, node: SwitchNode, capacity: number, first: number): number | undefined {
  const quarter = Math.floor(capacity / 4);
  // Border leafs from the end of the spines' quarter downwards.
  if (node.role === 'border') return quarter - node.number;
  if (node.rack) return quarter + rackNumber(planning, node.rack) * 2 + node.number;
  const start = node.role === 'spine' ? first : Math.floor(quarter / 2);
  const end = node.role === 'spine' ? Math.max(2, Math.floor(quarter / 2)) : quarter;
  const place = start + tierPlace(node);
  return place < end ? place : undefined;
}

/** Size that an IPv6 pool is laid out for: far more than there are switches, and short to read. */
const usualSize = 4096;

/** Place of the IPv4 address of the same switch, so that the two read alike. */
function twinSlot(planning: Planning, node: SwitchNode, key: 'loopback' | 'oob', family: Family): number | undefined {
  const [ipv4] = planning.fabric.pools.loopbacks;
  const [twin] = planning.loopbacks.get(node.name) ?? [];
  return family === 6 && key === 'loopback' && ipv4 && twin ? addressSlot(ipv4.prefix, twin) : undefined;
}

/** Slot of an address that the user gave a device. */
function pinnedSlot(planning: Planning, node: SwitchNode, key: 'loopback' | 'oob', pool: Prefix): number | undefined {
  const { topology } = planning.fabric;
  const { devices } = topology.data;
  const section = Object.hasOwn(devices, node.name) ? devices[node.name] : undefined;
  const text = section?.[key];
  if (!section || text === undefined) return undefined;
  const ip = parseIp(text);
  // A pin is for the pool of its family.
  if (ip && ip.family !== pool.base.family && key === 'loopback' && planning.fabric.pools.loopbacks.length > 1)
    return undefined;
  const slot = ip && addressSlot(pool, ip);
  if (slot === undefined) {
    const reason = ip ? `outside the pool ${formatPrefix(pool)}` : 'not an address';
    planning.defects.push({
      kind: 'bad-pin',
      what: `devices.${node.name}.${key}`,
      text,
      reason,
      span: spanOf(topology, section, key),
    });
  }
  return slot;
}

function allocateAddresses(
  planning: Planning,
  key: 'loopback' | 'oob',
  { prefix: pool, span }: PoolSection,
  reserved: readonly number[],
  where: string,
  first: number,
): Map<string, Ip> {
  const { fabric } = planning;
  const { family } = pool.base;
  const row = `${key}${familyMark(family)}`;
  const capacity = family === 4 ? Number(sizeOf(pool)) : Math.min(Number(sizeOf(pool)), usualSize);
  const requests = fabric.switches.map((node) => ({
    key: `${row}/${node.name}`,
    pinned: pinnedSlot(planning, node, key, pool),
    preferred: twinSlot(planning, node, key, family) ?? placeOf(planning, node, capacity, first),
  }));
  const { blocks, missing, resting } = allocateBlocks(
    pool,
    bitsOf(pool.base.family),
    requests,
    fabric.earlier.row(row),
    planning.allocations,
    reserved,
  );
  if (missing.length > 0) {
    planning.defects.push({
      kind: 'pool-exhausted',
      pool: `addressing.${where}`,
      prefix: formatPrefix(pool),
      needed: requests.length,
      available: requests.length - missing.length,
      resting,
      span,
    });
  }
  const given = new Map<string, Ip>();
  for (const node of fabric.switches) {
    const block = blocks.get(`${row}/${node.name}`);
    if (block) given.set(node.name, block.base);
  }
  return given;
}

/** Gives every switch its loopback. The pool's first address stays free: people read it as a network's. */
export function planLoopbacks(planning: Planning): void {
  for (const pool of planning.fabric.pools.loopbacks) {
    const reserved = pool.prefix.length < bitsOf(pool.prefix.base.family) ? [0] : [];
    for (const [name, ip] of allocateAddresses(planning, 'loopback', pool, reserved, 'loopbacks', 1)) {
      const own = planning.loopbacks.get(name);
      if (own) own.push(ip);
      else planning.loopbacks.set(name, [ip]);
    }
  }
}

/** Addresses at the start of the out-of-band network that heddle leaves to others. */
const services = 20;

/** Gives every switch its out-of-band address; the network's own, its broadcast and its gateway's address are nobody's. */
export function planOob(planning: Planning): Ip | undefined {
  const { pools, topology } = planning.fabric;
  const [section] = pools.oob;
  if (!section) return undefined;
  const pool = section.prefix;
  const given = topology.data.addressing.oobGateway;
  const gateway = given === undefined ? { family: pool.base.family, value: pool.base.value + 1n } : parseIp(given);
  const gatewaySlot = gateway && addressSlot(pool, gateway);
  if (given !== undefined && gatewaySlot === undefined) {
    const span = spanOf(topology, topology.data.addressing, 'oobGateway');
    const reason = gateway ? `outside the pool ${formatPrefix(pool)}` : 'not an address';
    planning.defects.push({ kind: 'bad-pin', what: 'addressing.oobGateway', text: given, reason, span });
  }
  const last = Number(lastOf(pool).value - pool.base.value);
  // A pool of some size has room for what stands in the network besides switches: time and log servers, consoles.
  const servicesEnd = last > 200 ? services : 1;
  const reserved = [
    ...Array.from({ length: servicesEnd + 1 }, (_, slot) => slot),
    last,
    ...(gatewaySlot === undefined ? [] : [gatewaySlot]),
  ];
  for (const [name, ip] of allocateAddresses(planning, 'oob', section, reserved, 'oob', servicesEnd + 1)) {
    planning.oob.set(name, { ip, length: pool.length });
  }
  return gateway;
}
