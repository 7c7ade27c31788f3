import { allocateNumbers } from './address-pool.ts';
import type { Planning } from './planning.ts';

/** VLANs of VRFs on routed links are looked for from here upwards; those between two leafs from below the pair's own downwards. */
const firstOnLinks = 3001;
const firstBetweenLeafs = 3950;

/** The VLAN that each VRF has on routed links (IEEE 802.1Q), and the one of its routed path between two leafs. */
export function planVrfVlans(planning: Planning): {
  readonly onLinks: ReadonlyMap<string, number>;
  readonly betweenLeafs: ReadonlyMap<string, number>;
} {
  const { fabric, allocations } = planning;
  if (fabric.vrfs.length === 0 || fabric.traits.links !== 'routed') {
    return { onLinks: new Map(), betweenLeafs: new Map() };
  }
  const paired = fabric.racks.some((rack) => rack.leafs.length === 2);
  const requests = fabric.vrfs.flatMap(({ name, index }) => [
    { key: `vlan/vrf-${name}`, preferred: firstOnLinks + index },
    ...(paired ? [{ key: `vlan/pair-${name}`, preferred: firstBetweenLeafs - index }] : []),
  ]);
  const others = [...allocations].flatMap(([key, value]) => (key.startsWith('vlan/') ? [Number(value)] : []));
  const used = [0, ...fabric.networks.map((network) => network.vlan), ...others];
  const { numbers } = allocateNumbers(4095, requests, fabric.earlier.row('vlan'), allocations, used);
  const named = (prefix: string): Map<string, number> =>
    new Map(
      fabric.vrfs.flatMap(({ name }) => {
        const vlan = numbers.get(`vlan/${prefix}-${name}`);
        return vlan === undefined ? [] : [[name, vlan]];
      }),
    );
  return { onLinks: named('vrf'), betweenLeafs: named('pair') };
}
