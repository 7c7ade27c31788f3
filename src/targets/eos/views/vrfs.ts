import type { Interface, SwitchDevice } from '../../../device/device.ts';
import type { Job } from '../job.ts';
import { type Ipv6Interface, hasIpv6 } from './ipv6-interface.ts';

/** What EOS calls the instance that is in no VRF. */
export const defaultVrf = 'default';

type InVrf = Ipv6Interface & { readonly vrf?: string | undefined };

/** Layer 3 of an interface that has one. */
function layer3Of(one: Interface): InVrf | undefined {
  if (one.kind === 'svi' || one.kind === 'loopback') return one;
  return one.mode.type === 'routed' ? one.mode : undefined;
}

function vrfsWith(device: SwitchDevice, test: (one: InVrf) => boolean): ReadonlySet<string> {
  return new Set(
    device.interfaces.flatMap((one) => {
      const layer3 = layer3Of(one);
      return layer3 && test(layer3) ? [layer3.vrf ?? defaultVrf] : [];
    }),
  );
}

/** All VRFs but the default, that of the management network among them, by name. */
function namesOf({ management, vrfs }: SwitchDevice): string[] {
  return [management.vrf, ...vrfs.map(({ name }) => name)].sort();
}

export function vrfViews({ device }: Job) {
  return namesOf(device).map((vrf) => ({ vrf }));
}

/** IPv4 routing, in no network but the management's; over interfaces that have IPv6 alone, where there are such. */
export function ipRoutingViews({ device }: Job) {
  const without = vrfsWith(
    device,
    ({ linkLocal, addresses }) => Boolean(linkLocal) && !addresses.some(({ ip }) => ip.family === 4),
  );
  return [
    {
      withoutAddresses: without.has(defaultVrf),
      vrfs: namesOf(device).map((name) => ({
        name,
        routed: name !== device.management.vrf,
        withoutAddresses: without.has(name),
      })),
    },
  ];
}

/** IPv6 routing, which is off everywhere until it is asked for. */
export function ipv6RoutingViews({ device }: Job) {
  const routed = vrfsWith(device, hasIpv6);
  if (routed.size === 0) return [];
  const vrfs = device.vrfs.map(({ name }) => name).filter((name) => routed.has(name));
  return [{ vrfs: [...(routed.has(defaultVrf) ? [null] : []), ...vrfs.sort()] }];
}
