import { allocateNumbers } from './address-pool.ts';
import type { Planning } from './planning.ts';

/** VLAN ids for the routed path between two leafs are looked for from here downwards, away from those people choose. */
const highest = 4093;

/** The VLAN of the routed path between the two leafs of a rack: one that no network has, the same in every rack. */
export function choosePairVlan(planning: Planning): number | undefined {
  const { fabric, allocations } = planning;
  if (!fabric.racks.some((rack) => rack.leafs.length === 2)) return undefined;
  const used = new Set(fabric.networks.map((network) => network.vlan));
  let preferred = highest;
  while (used.has(preferred)) preferred--;
  const key = 'vlan/leaf-pair';
  return allocateNumbers(highest + 1, [{ key, preferred }], fabric.earlier.row('vlan'), allocations, used).numbers.get(
    key,
  );
}
