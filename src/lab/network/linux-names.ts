import { interfaceKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device, Interface } from '../../device/device.ts';
import { bondName, nicName, vlanName } from '../../servers/linux-names.ts';
import { interfaceName } from '../../targets/frr/names.ts';

/** What Linux calls an interface of a device. */
export function linuxName(device: Device, one: Interface): string {
  if (device.kind === 'switch') return interfaceName(one);
  switch (one.kind) {
    case 'loopback':
      return 'lo';
    case 'ethernet':
      return nicName(one.port);
    case 'lag':
      return bondName(one);
    case 'svi':
    case 'sub':
      return vlanName(one.vlan);
  }
}

/** Linux names of a device's interfaces by their neutral keys. */
export function linuxNames(device: Device): ReadonlyMap<string, string> {
  return new Map(device.interfaces.map((one) => [interfaceKey(one), linuxName(device, one)]));
}
