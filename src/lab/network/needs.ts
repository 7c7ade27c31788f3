import type { Device } from '../../device/device.ts';
import type { Wiring } from '../host/kernel.ts';

interface Need {
  readonly what: string;
  readonly option: string;
  readonly needed: (device: Device) => boolean;
}

/** What devices may need of a kernel and namespaces with plain bridges cannot stand for. */
const needs: readonly Need[] = [
  {
    what: 'VRFs',
    option: 'CONFIG_NET_VRF',
    needed: (device) => device.kind === 'switch' && device.vrfs.length > 0,
  },
  {
    what: 'MLAG, which needs LACP bonds and VLAN-aware bridges',
    option: 'CONFIG_BONDING and CONFIG_BRIDGE_VLAN_FILTERING',
    needed: (device) => device.kind === 'switch' && device.mlag !== undefined,
  },
];

/** One message for each need that a lab cannot meet; native wiring meets all. */
export function unmetNeeds(devices: readonly Device[], wiring: Wiring): string[] {
  if (wiring === 'native') return [];
  return needs.flatMap(({ what, option, needed }) => {
    const first = devices.find(needed);
    return first ? [`${first.name} has ${what} (kernel option ${option}): a lab of plain namespaces runs none`] : [];
  });
}
