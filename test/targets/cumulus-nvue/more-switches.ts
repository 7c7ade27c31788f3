import type { Port, SwitchDevice } from '../../../src/device/device.ts';
import { parseIp } from '../../../src/ip/index.ts';
import { secret, switches } from './fixtures.ts';

const channel = (panel: number, number: number, speed: number): Port => ({
  panel,
  channel: number,
  channels: 4,
  lanes: 4,
  speed,
  maxSpeed: 100,
});

const { spine, dualStackLeaf, vrfLeaf, ebgpLeaf } = switches as Readonly<Record<string, SwitchDevice>>;

const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIGJhc2U2NA==';

/** Every service and account, secrets, a drained process, and channels of broken-out ports, one of them slowed down. */
const everything: SwitchDevice = {
  ...spine!,
  name: 'spine9',
  maintenance: true,
  management: { vrf: 'mgmt' },
  system: {
    ...spine!.system,
    timezone: 'Europe/Berlin',
    users: [
      { name: 'ops', role: 'admin', passwordHash: '$6$salt$hash', sshKeys: [`ssh-ed25519 ${key} ops@desk`] },
      { name: 'reader', role: 'operator', sshKeys: [] },
    ],
    snmp: { community: secret('COMMUNITY'), location: 'row 4, "left"', contact: 'noc', clients: ['10.253.0.0/24'] },
  },
  bgp: { ...spine!.bgp!, groups: spine!.bgp!.groups.map((one) => ({ ...one, password: secret('BGP_KEY') })) },
  interfaces: spine!.interfaces.map((one, index) =>
    one.kind === 'ethernet' && one.mode.type === 'routed'
      ? {
          ...one,
          port: channel(1, index, index === 1 ? 25 : 10),
          description: 'a: {b} # "c" %d',
          mode: {
            ...one.mode,
            ospf: {
              ...one.mode.ospf!,
              authentication: { algorithm: 'md5' as const, keyId: 7, key: secret('OSPF_KEY') },
            },
          },
        }
      : one,
  ),
};

/** A DHCP relay in a VRF, whose answers come over a VLAN of a routed port. */
const relayInVrf: SwitchDevice = {
  ...vrfLeaf!,
  name: 'leaf9',
  interfaces: vrfLeaf!.interfaces.map((one) =>
    one.kind === 'svi' && one.vrf !== undefined ? { ...one, dhcpRelay: [parseIp('10.30.0.10')!] } : one,
  ),
};

/** Sessions that accept paths with their own AS number, and a slow LAG without the user's VLANs. */
const tolerant: SwitchDevice = {
  ...ebgpLeaf!,
  name: 'leaf10',
  bgp: { ...ebgpLeaf!.bgp!, groups: ebgpLeaf!.bgp!.groups.map((one) => ({ ...one, allowOwnAs: 2 })) },
  interfaces: ebgpLeaf!.interfaces.map((one) =>
    one.kind === 'lag' ? { ...one, protocol: { type: 'lacp' as const, rate: 'slow' as const, active: true } } : one,
  ),
};

/** All that documents are tested with. */
export const allSwitches: Readonly<Record<string, SwitchDevice>> = {
  ...switches,
  everything,
  relayInVrf,
  tolerant,
  drainedLeaf: { ...dualStackLeaf!, maintenance: true },
};
