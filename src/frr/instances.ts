import type { Bgp, BgpGroup, BgpInstance } from '../device/device.ts';

/** One `router bgp`: the default instance, or that of a VRF. */
export interface Instance extends BgpInstance {
  readonly vrf: string | null;
}

/** The default instance, then those of the VRFs. */
export function instancesOf(bgp: Bgp): Instance[] {
  return [{ ...bgp, vrf: null }, ...bgp.vrfs];
}

/** FRR's peer groups belong to an instance: those with a neighbour in a VRF; in the default one all that are in no VRF alone. */
export function groupsOf(bgp: Bgp, instance: Instance): BgpGroup[] {
  const used = new Set(instance.neighbors.map(({ group }) => group));
  const elsewhere = new Set(bgp.vrfs.flatMap(({ neighbors }) => neighbors.map(({ group }) => group)));
  return bgp.groups.filter(({ name }) => used.has(name) || (instance.vrf === null && !elsewhere.has(name)));
}
