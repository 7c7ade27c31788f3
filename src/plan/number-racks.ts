import { subnetCount } from '../ip/index.ts';
import { allocateNumbers } from './address-pool.ts';
import { hostBlockLength } from './host-blocks.ts';
import type { Planning } from './planning.ts';

/** Most racks of a fabric, far above what any pool holds. */
const mostRacks = 1 << 20;

/** Racks that a zone or pod gets numbers for, unless the file says otherwise. */
const usualBlock = 32;

/** Size of the block of numbers of each zone: the usual one, or the largest power of two for which every network's pool has room. */
function blockSize(planning: Planning, groups: number): number {
  const { fabric } = planning;
  const given = fabric.topology.data.addressing.racksPerZone;
  if (given !== undefined) return given;
  const room = Math.min(
    ...fabric.pools.hostLoopbacks.map(({ prefix }) => subnetCount(prefix, hostBlockLength(prefix))),
    ...fabric.networks.flatMap(({ pools }) => pools.map(({ prefix, perRack }) => subnetCount(prefix, perRack))),
    mostRacks,
  );
  let size = usualBlock;
  while (size > 1 && size * groups > room) size /= 2;
  return size;
}

/**
 * Numbers the racks, so that zone and rack can be read off an address: each zone (in a fabric of one zone each pod)
 * has a block of numbers, and a rack's number is its place in every pool.
 */
export function numberRacks(planning: Planning): void {
  const { racks, zones, pods } = planning.fabric;
  const byZone = zones.length > 1;
  const groups = byZone ? zones.length : Math.max(1, pods.length);
  const size = groups === 1 ? mostRacks : blockSize(planning, groups);
  const counts = new Map<number, number>();
  const requests = racks.map((rack) => {
    const group = (byZone ? rack.zone.index : rack.pod?.index) ?? 0;
    const place = counts.get(group) ?? 0;
    counts.set(group, place + 1);
    return { key: `rack/${rack.name}`, preferred: place < size ? group * size + place : undefined };
  });
  const earlier = planning.fabric.earlier.row('rack');
  const { numbers } = allocateNumbers(mostRacks, requests, earlier, planning.allocations);
  for (const rack of racks) {
    const number = numbers.get(`rack/${rack.name}`);
    if (number !== undefined) planning.rackNumbers.set(rack.name, number);
  }
}
