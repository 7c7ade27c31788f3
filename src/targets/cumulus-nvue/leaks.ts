import type { BgpInstance, SwitchDevice } from '../../device/device.ts';
import { type Family, type Prefix, formatPrefix, networkOf } from '../../ip/index.ts';
import { routedPart } from './job.ts';

/** The instance that has no name of its own. */
export const defaultVrf = 'default';

/** A routing instance and its name in NVUE. */
export interface NamedInstance {
  readonly vrf: string;
  readonly instance: BgpInstance;
}

export function instancesOf({ bgp }: SwitchDevice): NamedInstance[] {
  if (!bgp) return [];
  return [{ vrf: defaultVrf, instance: bgp }, ...bgp.vrfs.map((instance) => ({ vrf: instance.vrf, instance }))];
}

/** Names of the instances whose routes another takes over. */
export function leakSources(device: SwitchDevice): ReadonlySet<string> {
  return new Set(instancesOf(device).flatMap(({ instance }) => instance.leaks.map(({ from }) => from ?? defaultVrf)));
}

/** Subnets of the interfaces in a VRF. */
function connectedTo(device: SwitchDevice, vrf: string): ReadonlySet<string> {
  return new Set(
    device.interfaces.flatMap((one) => {
      const { addresses = [], vrf: own = defaultVrf } = routedPart(one);
      if (own !== vrf) return [];
      return addresses.map(({ ip, length }) => formatPrefix({ base: networkOf(ip, length), length }));
    }),
  );
}

/**
 * Networks of an instance that it has to redistribute: routes that BGP's `network` announces are not taken over by other
 * VRFs ("You must use the redistribute command in BGP to leak non-BGP routes").
 */
export function redistributed(device: SwitchDevice, { vrf, instance }: NamedInstance, family: Family): Prefix[] {
  if (!leakSources(device).has(vrf)) return [];
  const connected = connectedTo(device, vrf);
  return instance.networks.filter((prefix) => prefix.base.family === family && connected.has(formatPrefix(prefix)));
}
