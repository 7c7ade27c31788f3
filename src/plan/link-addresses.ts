import type { Fabric, Link, PoolSection, Rack, SwitchNode } from '../fabric/fabric.ts';
import { bitsOf, formatPrefix } from '../ip/index.ts';
import { addressAt, allocateBlocks } from './address-pool.ts';
import { familyMark } from './families.ts';
import { linkLocalText } from './link-text.ts';
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

/** Blocks of a length that an IPv6 pool is laid out for. */
const usualSize = 1 << 16;

/** Gives routed links, and pairs of leafs, blocks of one family's pool. */
function allocateFamily(
  planning: Planning,
  { prefix: pool, span }: PoolSection,
  routed: readonly { readonly link: Link; readonly lower: SwitchNode; readonly upper: SwitchNode }[],
  pairs: readonly Rack[],
): void {
  const { fabric } = planning;
  const mark = familyMark(pool.base.family);
  const length = bitsOf(pool.base.family) - 1;
  const size = Number(1n << BigInt(Math.max(0, Math.min(52, length - pool.length))));
  const capacity = pool.base.family === 4 ? size : Math.min(size, usualSize);
  const linkKey = (link: Link): string => `p2p${mark}/${link.id}`;
  const pairKey = (rack: Rack): string => `backup${mark}/${rack.name}`;
  const requests: SlotRequest[] = [
    ...routed.map(({ link, lower, upper }) => ({
      key: linkKey(link),
      preferred: preferredSlot(planning, link, lower, upper, capacity),
    })),
    ...pairs.map((rack) => ({
      key: pairKey(rack),
      preferred: (rackNumber(planning, rack) + 1) * 2 * linksPerSwitch - 1,
    })),
  ];
  const earlier = fabric.earlier.row(`p2p${mark}`);
  const { blocks, missing, resting } = allocateBlocks(pool, length, requests, earlier, planning.allocations);
  if (missing.length > 0) {
    planning.defects.push({
      kind: 'pool-exhausted',
      pool: 'addressing.p2pLinks',
      prefix: formatPrefix(pool),
      needed: requests.length,
      available: size - resting,
      resting,
      span,
    });
  }
  for (const { link } of routed) {
    const prefix = blocks.get(linkKey(link));
    // The upper end has the even address, as most operators write it.
    if (prefix) planning.links.get(link.id)?.blocks.push({ prefix, z: prefix.base, a: addressAt(prefix, 1) });
  }
  for (const rack of pairs) {
    const prefix = blocks.get(pairKey(rack));
    if (!prefix) continue;
    const own = planning.backups.get(rack.name) ?? [];
    own.push({ prefix, a: prefix.base, z: addressAt(prefix, 1) });
    planning.backups.set(rack.name, own);
  }
}

/** True where links between switches need no addresses of their own: BGP finds the neighbour by its link-local one. */
export function isUnnumbered({ topology, traits }: Fabric): boolean {
  return traits.autonomousSystems === 'each' && topology.data.routing.bgp.unnumbered;
}

/** Gives every routed link between switches a /31 (RFC 3021) and a /127 (RFC 6164), and every pair of leafs one of each for its backup path. */
export function planLinks(planning: Planning): void {
  const { fabric } = planning;
  if (fabric.traits.links !== 'routed') return;
  const routed = fabric.links.flatMap((link) => {
    if (link.kind !== 'uplink' && link.kind !== 'extra') return [];
    const lower = fabric.graph.getNodeAttributes(link.a.node);
    const upper = fabric.graph.getNodeAttributes(link.z.node);
    return lower.kind === 'switch' && upper.kind === 'switch' ? [{ link, lower, upper }] : [];
  });
  for (const { link } of routed) planning.links.set(link.id, { link, blocks: [] });
  if (isUnnumbered(fabric)) {
    for (const { link } of routed) planning.allocations.set(`session/${link.id}`, linkLocalText);
    return;
  }
  const pairs = fabric.racks.filter((rack) => rack.leafs.length === 2);
  for (const pool of fabric.pools.p2pLinks) allocateFamily(planning, pool, routed, pairs);
  // A link for which there was no room is none: the defect says so.
  for (const [id, { blocks }] of planning.links) if (blocks.length === 0) planning.links.delete(id);
}
