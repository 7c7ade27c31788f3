import type { Fabric, Link, PoolSection, Rack, SwitchNode } from '../fabric/fabric.ts';
import { type Prefix, bitsOf, formatPrefix } from '../ip/index.ts';
import { addressAt, allocateBlocks } from './address-pool.ts';
import { familyMark } from './families.ts';
import { linkLocalText } from './link-text.ts';
import type { LinkBlock } from './plan.ts';
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

/** Where in a pool the links of a VRF begin: in one of eight parts, so that those of the default table keep theirs. */
function vrfOffset(index: number, capacity: number): number {
  return ((index % 7) + 1) * Math.floor(capacity / 8);
}

/** Something that wants a block of a pool, and what it does with it. */
interface BlockRequest extends SlotRequest {
  readonly take: (prefix: Prefix) => void;
}

interface RoutedLink {
  readonly link: Link;
  readonly lower: SwitchNode;
  readonly upper: SwitchNode;
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

function backupsOfRack({ vrfBackups }: Planning, rack: string): Map<string, LinkBlock[]> {
  const found = vrfBackups.get(rack) ?? new Map<string, LinkBlock[]>();
  vrfBackups.set(rack, found);
  return found;
}

/** A block of a link: its upper end has the even address, as most operators write it. */
const uplink = (prefix: Prefix): LinkBlock => ({ prefix, z: prefix.base, a: addressAt(prefix, 1) });

/** A block of the path between two leafs: the first has the even address. */
const across = (prefix: Prefix): LinkBlock => ({ prefix, a: prefix.base, z: addressAt(prefix, 1) });

/** What routed links, and pairs of leafs, want of a pool of one family, in the default table and in each VRF. */
function blockRequests(
  planning: Planning,
  mark: '' | '6',
  capacity: number,
  routed: readonly RoutedLink[],
  pairs: readonly Rack[],
): BlockRequest[] {
  const links = routed.map(({ link, lower, upper }) => ({
    id: link.id,
    place: preferredSlot(planning, link, lower, upper, capacity),
  }));
  const racks = pairs.map((rack) => ({
    name: rack.name,
    place: (rackNumber(planning, rack) + 1) * 2 * linksPerSwitch - 1,
  }));
  const inVrf = (index: number, place: number | undefined): number | undefined =>
    place === undefined ? undefined : vrfOffset(index, capacity) + place;
  return [
    ...links.map(({ id, place }) => ({
      key: `p2p${mark}/${id}`,
      preferred: place,
      take: (prefix: Prefix) => planning.links.get(id)?.blocks.push(uplink(prefix)),
    })),
    ...racks.map(({ name, place }) => ({
      key: `backup${mark}/${name}`,
      preferred: place,
      take: (prefix: Prefix) => push(planning.backups, name, across(prefix)),
    })),
    ...planning.fabric.vrfs.flatMap(({ name: vrf, index }) => [
      ...links.map(({ id, place }) => ({
        key: `vrf-p2p${mark}/${vrf}/${id}`,
        preferred: inVrf(index, place),
        take: (prefix: Prefix) => push(planning.links.get(id)!.vrfs, vrf, uplink(prefix)),
      })),
      ...racks.map(({ name, place }) => ({
        key: `vrf-backup${mark}/${vrf}/${name}`,
        preferred: inVrf(index, place),
        take: (prefix: Prefix) => push(backupsOfRack(planning, name), vrf, across(prefix)),
      })),
    ]),
  ];
}

/** Gives routed links, and pairs of leafs, blocks of one family's pool. */
function allocateFamily(
  planning: Planning,
  { prefix: pool, span }: PoolSection,
  routed: readonly RoutedLink[],
  pairs: readonly Rack[],
): void {
  const mark = familyMark(pool.base.family);
  const length = bitsOf(pool.base.family) - 1;
  const size = Number(1n << BigInt(Math.max(0, Math.min(52, length - pool.length))));
  const capacity = pool.base.family === 4 ? size : Math.min(size, usualSize);
  const requests = blockRequests(planning, mark, capacity, routed, pairs);
  const earlier = planning.fabric.earlier.row(`p2p${mark}`);
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
  for (const { key, take } of requests) {
    const prefix = blocks.get(key);
    if (prefix) take(prefix);
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
  for (const { link } of routed) planning.links.set(link.id, { link, blocks: [], vrfs: new Map() });
  const pairs = fabric.racks.filter((rack) => rack.leafs.length === 2);
  const unnumbered = isUnnumbered(fabric);
  for (const pool of fabric.pools.p2pLinks) allocateFamily(planning, pool, unnumbered ? [] : routed, pairs);
  if (unnumbered) {
    for (const { link } of routed) planning.allocations.set(`session/${link.id}`, linkLocalText);
    return;
  }
  // A link for which there was no room is none: the defect says so.
  for (const [id, { blocks }] of planning.links) if (blocks.length === 0) planning.links.delete(id);
}
