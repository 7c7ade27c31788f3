import type { BgpInstance, Interface, RouteLeak, SwitchDevice } from '../../device/device.ts';
import { vrfName } from './names.ts';

const spellLeak = (leak: RouteLeak): RouteLeak =>
  leak.from === undefined ? leak : { ...leak, from: vrfName(leak.from) };

const spellInstance = <Instance extends BgpInstance>(instance: Instance): Instance => ({
  ...instance,
  leaks: instance.leaks.map(spellLeak),
});

function spellOnInterface(one: Interface): Interface {
  if (one.kind === 'svi') return one.vrf === undefined ? one : { ...one, vrf: vrfName(one.vrf) };
  if (one.kind === 'loopback' || one.mode.type !== 'routed' || one.mode.vrf === undefined) return one;
  const mode = { ...one.mode, vrf: vrfName(one.mode.vrf) };
  return one.kind === 'ethernet' ? { ...one, mode } : one.kind === 'lag' ? { ...one, mode } : { ...one, mode };
}

/** The switch with its VRFs called as SONiC calls them, everywhere. */
export function spellVrfs(device: SwitchDevice): SwitchDevice {
  const { bgp } = device;
  if (device.vrfs.length === 0) return device;
  return {
    ...device,
    vrfs: device.vrfs.map((one) => ({ ...one, name: vrfName(one.name) })),
    interfaces: device.interfaces.map(spellOnInterface),
    ...(bgp
      ? {
          bgp: {
            ...spellInstance(bgp),
            vrfs: bgp.vrfs.map((one) => ({ ...spellInstance(one), vrf: vrfName(one.vrf) })),
          },
        }
      : {}),
  };
}
