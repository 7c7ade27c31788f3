import type { SwitchDevice } from '../../device/device.ts';
import type { Lack } from '../target.ts';
import { layer3Interfaces } from './layer3-interfaces.ts';
import { managementVrf } from './names.ts';
import { isOutOfRoom } from './reserved-vlans.ts';

/** Milliseconds between BFD packets. */
const bfdInterval = { shortest: 50, longest: 999 } as const;

/** What a switch may be asked, and NX-OS has no words for. */
const checks: readonly (readonly [what: string, asked: (device: SwitchDevice) => boolean])[] = [
  [
    `a VRF "${managementVrf}", which it keeps for its out-of-band port`,
    ({ vrfs }) => vrfs.some(({ name }) => name === managementVrf),
  ],
  [
    'MLAG (vPC) without a keepalive path between management addresses',
    ({ mlag }) => mlag !== undefined && mlag.keepalive === undefined,
  ],
  [
    'OSPF version 3 with keys (it authenticates it by IPsec alone)',
    (device) => layer3Interfaces(device).some(({ ospf3 }) => ospf3?.authentication && !ospf3.passive),
  ],
  [
    'OSPF in a VRF',
    (device) =>
      layer3Interfaces(device).some(({ vrf, ospf, ospf3 }) => vrf !== undefined && (ospf ?? ospf3) !== undefined),
  ],
  [
    'a least number of links of a LAG without LACP',
    ({ interfaces }) =>
      interfaces.some((one) => one.kind === 'lag' && one.protocol.type !== 'lacp' && one.minLinks > 1),
  ],
  [
    'an account with a SHA-512 password hash and no SSH key',
    ({ system }) => system.users.some((user) => user.passwordHash !== undefined && user.sshKeys.length === 0),
  ],
  [
    `BFD at other than ${bfdInterval.shortest} to ${bfdInterval.longest} ms`,
    ({ bfd }) => bfd !== undefined && (bfd.interval < bfdInterval.shortest || bfd.interval > bfdInterval.longest),
  ],
  ['so many VLANs that none are left for itself', ({ vlans }) => isOutOfRoom(vlans.map(({ id }) => id))],
];

/** What one switch is asked beyond features, and NX-OS cannot do. */
export function lacksOf(device: SwitchDevice): Lack[] {
  return checks.flatMap(([what, asked]) => (asked(device) ? [{ what }] : []));
}
