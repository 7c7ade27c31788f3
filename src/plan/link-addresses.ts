import type { Link, SwitchNode } from '../fabric/fabric.ts';
import { bitsOf, formatPrefix } from '../ip/index.ts';
import { spanOf } from '../topology/topology.ts';
import { addressAt, allocateBlocks } from './address-pool.ts';
import { type Planning, rackNumber, tierPlace } from './planning.ts';
import type { SlotRequest } from './slots.ts';

/** Links that a switch has room for in its own block of the pool. */
const linksPerSwitch = 16;

/** Links to the tier above that are laid side by side before the second of parallel links. */
const column = 8;

/** Place of a link among those of its lower end: by the switch above it, so that a further one moves nothing. */
function placeAtSwitch(link: Link, upper: SwitchNode): number | undefined {
  const number = Number(link.id.slice(link.id.lastIndexOf('#') + 1));
  const place = upper.number - 1 + (number - 1) * column;
  return place < linksPerSwitch ? place : undefined;
}

/**
 * Slot that a link has if all is regular: leafs own blocks from the bottom of the pool, by the number of
 * their rack; spines own blocks from its top, for the links to the superspines.
 */
function preferredSlot(
  planning: Planning,
  link: Link,
  lower: SwitchNode,
  upper: SwitchNode,
  capacity: number,
): number | undefined {
  const place = link.kind === 'uplink' ? placeAtSwitch(link, upper) : undefined;
  if (place === undefined) return undefined;
  if (lower.rack) return (rackNumber(planning, lower.rack) * 2 + lower.number - 1) * linksPerSwitch + place;
  return capacity - (tierPlace(lower) + 1) * linksPerSwitch + place;
}

/** Gives every routed link between switches a /31 (RFC 3021) or /127 (RFC 6164), and every pair of leafs one for its backup path. */
export function planLinks(planning: Planning): void {
  const { fabric } = planning;
  const pool = fabric.pools.p2pLinks;
  if (!pool) return;
  const length = bitsOf(pool.base.family) - 1;
  const capacity = Number(1n << BigInt(Math.max(0, Math.min(52, length - pool.length))));
  const requests: SlotRequest[] = [];
  const routed: { key: string; link: Link }[] = [];
  for (const link of fabric.links) {
    if (link.kind !== 'uplink' && link.kind !== 'extra') continue;
    const lower = fabric.graph.getNodeAttributes(link.a.node);
    const upper = fabric.graph.getNodeAttributes(link.z.node);
    if (lower.kind !== 'switch' || upper.kind !== 'switch') continue;
    const key = `p2p/${link.id}`;
    requests.push({ key, preferred: preferredSlot(planning, link, lower, upper, capacity) });
    routed.push({ key, link });
  }
  const pairs = fabric.racks.filter((rack) => rack.leafs.length === 2);
  for (const rack of pairs) {
    requests.push({ key: `backup/${rack.name}`, preferred: (rackNumber(planning, rack) + 1) * 2 * linksPerSwitch - 1 });
  }
  const earlier = fabric.earlier.row('p2p');
  const { blocks, missing, resting } = allocateBlocks(pool, length, requests, earlier, planning.allocations);
  if (missing.length > 0) {
    planning.defects.push({
      kind: 'pool-exhausted',
      pool: 'addressing.p2pLinks',
      prefix: formatPrefix(pool),
      needed: requests.length,
      available: capacity - resting,
      resting,
      span: spanOf(fabric.topology, fabric.topology.data.addressing, 'p2pLinks'),
    });
  }
  for (const { key, link } of routed) {
    const prefix = blocks.get(key);
    // The upper end has the even address, as most operators write it.
    if (prefix) planning.links.set(link.id, { link, prefix, z: prefix.base, a: addressAt(prefix, 1) });
  }
  for (const rack of pairs) {
    const prefix = blocks.get(`backup/${rack.name}`);
    if (prefix) planning.backups.set(rack.name, { prefix, a: prefix.base, z: addressAt(prefix, 1) });
  }
}
