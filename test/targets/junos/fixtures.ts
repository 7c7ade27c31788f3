import type { BgpGroup, Interface, Port, SecretRef, SviInterface, SwitchDevice } from '../../../src/device/device.ts';
import { type Ip, type Prefix, parseIp, parsePrefix } from '../../../src/ip/index.ts';
import { target } from '../../../src/targets/junos/target.ts';
import type { RenderContext } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';

const secrets: Readonly<Record<string, string>> = {
  OSPF_KEY: 'correct-horse',
  BGP_KEY: 'battery$staple',
  SNMP_COMMUNITY: 'look-only',
  SPACED: 'two words',
  QUOTED: 'a"b',
  OBSCURED: '$9$abc',
};

/** Ports of other targets are spelled plainly. */
export const context: RenderContext = {
  spellPeer: (name, port) =>
    name === 'junos' ? target.spellPort(port) : (port.name ?? `${name}-${port.panel}/${port.channel ?? 1}`),
  readSecret: ({ name }) => {
    const value = secrets[name];
    if (value === undefined) throw new Error(`the test has no secret ${name}`);
    return value;
  },
};

export function render(device: SwitchDevice): string {
  const [config, ...rest] = target.render(device, context);
  if (!config || rest.length > 0) throw new Error('Junos has one file');
  return config.content;
}

export const linesOf = (device: SwitchDevice): string[] => render(device).trimEnd().split('\n');

export const ip = (text: string): Ip => parseIp(text)!;

export function prefix(text: string): Prefix {
  const found = parsePrefix(text);
  if ('fault' in found) throw new Error(text);
  return found;
}

export function address(text: string) {
  const [own = '', length = ''] = text.split('/');
  return { ip: ip(own), length: Number(length) };
}

const span = { file: { path: 'fabric.yaml', text: '' }, start: 0, end: 0 };
export const secret = (name: string): SecretRef => ({ source: 'env', name, span });

export const sfp = (panel: number, own: Partial<Port> = {}): Port => ({
  panel,
  channels: 1,
  lanes: 1,
  speed: 25,
  maxSpeed: 25,
  speedGroup: Math.floor(panel / 4) + 1,
  ...own,
});

export const qsfp = (panel: number, own: Partial<Port> = {}): Port => ({
  panel,
  channels: 1,
  lanes: 4,
  speed: 100,
  maxSpeed: 100,
  ...own,
});

/** The devices that the readings of all targets are tested with, on this vendor's switches: their MTU is smaller. */
export function onJunos(device: SwitchDevice): SwitchDevice {
  const mtu = target.capabilities.maximumMtu;
  return {
    ...device,
    os: 'junos',
    platform: { id: 'juniper-qfx5120-48y', vendor: 'Juniper', model: 'QFX5120-48Y' },
    interfaces: device.interfaces.map((one) => ({ ...one, mtu: Math.min(one.mtu, mtu) })),
  };
}

const { dualStackLeaf, spine, ebgpLeaf, border, vrfLeaf, mlagLeaf } = fixtureDevices as Readonly<
  Record<'dualStackLeaf' | 'spine' | 'ebgpLeaf' | 'border' | 'vrfLeaf' | 'mlagLeaf', SwitchDevice>
>;

const passwordHash =
  '$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/';
const key = (kind: string, owner: string) => `${kind} AAAAC3NzaC1lZDI1NTE5AAAAINtN3iqRitF+ZjPvk ${owner}`;

/** Services of all kinds. */
const system: SwitchDevice['system'] = {
  ...spine.system,
  domain: 'swift.example.net',
  timezone: 'Europe/Berlin',
  users: [
    { name: 'netops', role: 'admin', passwordHash, sshKeys: [key('ssh-ed25519', 'desk'), key('ssh-rsa', 'laptop')] },
    { name: 'noc', role: 'operator', sshKeys: [key('ecdsa-sha2-nistp256', 'noc@example.net')] },
  ],
  snmp: {
    community: secret('SNMP_COMMUNITY'),
    location: 'Hall 2, row 7',
    contact: 'netops@example.net',
    clients: ['10.253.0.0/24', '2001:db8:253::/64'],
  },
};

const peerVlan = 4094;
const kept = ({ id }: { readonly id: number }) => id !== peerVlan;

/** The links of a leaf that is not in MLAG, with gateways that the other leaf of the rack has as well. */
function withSharedGateways({ mlag: _none, ...device }: SwitchDevice): SwitchDevice {
  return {
    ...device,
    vlans: device.vlans.filter(kept),
    interfaces: device.interfaces.flatMap((one): Interface[] => {
      if (one.kind === 'svi') return one.vlan === peerVlan ? [] : [withAdvertisements(one)];
      if (one.kind !== 'lag') return [one];
      const { mlag: _number, ...lag } = one;
      if (lag.mode.type !== 'bridged') return [lag];
      return [{ ...lag, mode: { ...lag.mode, tagged: lag.mode.tagged.filter((id) => kept({ id })) } }];
    }),
  };
}

const withAdvertisements = (one: SviInterface): SviInterface =>
  one.vlan !== 10
    ? one
    : {
        ...one,
        routerAdvertisements: { lifetime: 1800, prefixes: [{ prefix: prefix('2001:db8:10::/64'), autonomous: true }] },
      };

/** The VRF reaches a port of its own instead of a VLAN on one, and nothing is taken over from it. */
function withoutSubinterfaces(device: SwitchDevice): SwitchDevice {
  return {
    ...device,
    bgp: { ...device.bgp!, leaks: [] },
    interfaces: device.interfaces.map((one): Interface => {
      if (one.kind !== 'sub') return one;
      return {
        ...one,
        kind: 'ethernet',
        port: qsfp(50),
        peer: { device: 'spine1', port: qsfp(2), kind: 'switch', target: 'junos' },
      };
    }),
  };
}

const markOspf = (one: Interface): Interface => {
  if (one.kind !== 'ethernet' || one.mode.type !== 'routed' || !one.mode.ospf) return one;
  const authentication = { algorithm: 'md5', keyId: 7, key: secret('OSPF_KEY') } as const;
  return { ...one, mode: { ...one.mode, ospf: { ...one.mode.ospf, authentication } } };
};

const withPassword = (group: BgpGroup): BgpGroup => ({
  ...group,
  password: secret('BGP_KEY'),
  timers: { keepalive: 3, hold: 9 },
  allowOwnAs: 1,
});

/** Devices of this target's own, by what each shows. */
export const devices: Readonly<Record<string, SwitchDevice>> = {
  leaf: onJunos(dualStackLeaf),
  spine: onJunos({
    ...spine,
    system,
    interfaces: spine.interfaces.map(markOspf),
    platform: { id: 'juniper-qfx5200-32c', vendor: 'Juniper', model: 'QFX5200-32C' },
  }),
  'ebgp-leaf': onJunos(ebgpLeaf),
  border: onJunos({ ...border, bgp: { ...border.bgp!, groups: border.bgp!.groups.map(withPassword) } }),
  'vrf-leaf': onJunos(withoutSubinterfaces(vrfLeaf)),
  'leaf-of-two': onJunos(withSharedGateways(mlagLeaf)),
  'maintenance-leaf': onJunos({ ...dualStackLeaf, maintenance: true }),
};
