import type { Interface, Port } from '../../device/device.ts';

/** Port of a fixed switch, which is module 1: channels of one that is broken out count from 1, whatever lanes they have. */
export function spellPort({ panel, channel }: Port): string {
  return channel === undefined ? `Ethernet1/${panel}` : `Ethernet1/${panel}/${channel}`;
}

/** The loopback that routing protocols use, the only one. */
export const loopback = 'loopback0';

/** The out-of-band port of a fixed switch. */
export const managementPort = 'mgmt0';

/** The VRF that `mgmt0` is in on every switch, and cannot leave: the model's name for it is not used. */
export const managementVrf = 'management';

/** Name of an interface of a switch. */
export function spellInterface(one: Interface): string {
  switch (one.kind) {
    case 'ethernet':
      return spellPort(one.port);
    case 'lag':
      return `port-channel${one.id}`;
    case 'svi':
      return `Vlan${one.vlan}`;
    case 'loopback':
      return loopback;
    case 'sub':
      return `${'port' in one.parent ? spellPort(one.parent.port) : `port-channel${one.parent.lag}`}.${one.vlan}`;
  }
}
