import type { EthernetInterface, Interface, OspfInterface, SwitchDevice } from '../../../src/device/device.ts';
import { parseIp } from '../../../src/ip/index.ts';
import { target } from '../../../src/targets/nxos/target.ts';
import type { RenderContext } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';

const secrets: Readonly<Record<string, string>> = {
  OSPF_KEY: 'correct-horse',
  BGP_KEY: 'battery$staple',
  SNMP_COMMUNITY: 'look-only',
  SPACED: 'two words',
  LONG: 'seventeen-letters',
};

export const span = { file: { path: 'fabric.yaml', text: '' }, start: 0, end: 0 };
export const secret = (name: string) => ({ source: 'env', name, span }) as const;
export const ip = (text: string) => parseIp(text)!;

/** Ports of servers are spelled by the user; those of other switches in the way of NX-OS. */
export const context: RenderContext = {
  spellPeer: (name, port) => (name === 'netplan' ? (port.name ?? `nic${port.panel}`) : target.spellPort(port)),
  readSecret: ({ name }) => {
    const value = secrets[name];
    if (value === undefined) throw new Error(`the test has no secret ${name}`);
    return value;
  },
};

export function render(device: SwitchDevice): string {
  const [config, ...rest] = target.render(device, context);
  if (!config || rest.length > 0) throw new Error('NX-OS has one file');
  return config.content;
}

/** The shared switches as this target has them: a vPC pair always has a keepalive path. */
function asNxos(device: SwitchDevice): SwitchDevice {
  const nexus = { ...device, os: 'nxos', platform: { id: 'nexus', vendor: 'Cisco', model: 'Nexus 93180YC-FX' } };
  if (!device.mlag || device.mlag.keepalive) return nexus;
  const keepalive = { local: ip('10.253.0.11'), remote: ip('10.253.0.12'), vrf: 'mgmt' };
  return { ...nexus, mlag: { ...device.mlag, keepalive } };
}

const { spine, dualStackLeaf, vrfLeaf } = Object.fromEntries(
  Object.entries(fixtureDevices).map(([name, device]) => [name, asNxos(device)]),
) as Record<'spine' | 'dualStackLeaf' | 'vrfLeaf', SwitchDevice>;

/** A device with something changed on the OSPF of its ports. */
function withOspf(device: SwitchDevice, change: (ospf: OspfInterface, panel: number) => OspfInterface): SwitchDevice {
  return {
    ...device,
    interfaces: device.interfaces.map((one) =>
      one.kind === 'ethernet' && one.mode.type === 'routed' && one.mode.ospf
        ? { ...one, mode: { ...one.mode, ospf: change(one.mode.ospf, one.port.panel) } }
        : one,
    ),
  };
}

/** Keys of both kinds, timers of its own, sessions with passwords. */
const secured: SwitchDevice = {
  ...withOspf(spine, (ospf, panel) => ({
    ...ospf,
    area: '0.0.0.7',
    helloInterval: 1,
    deadInterval: 4,
    authentication: { algorithm: panel === 1 ? 'md5' : 'sha256', keyId: panel, key: secret('OSPF_KEY') },
  })),
  name: 'spine2',
  bgp: {
    ...spine.bgp!,
    groups: spine.bgp!.groups.map((group) => ({ ...group, addPath: true, password: secret('BGP_KEY') })),
  },
};

const link = (far: number) => [{ ip: ip(`10.9.0.${far}`), length: 31 }];

const members = [5, 6].map((panel): EthernetInterface => ({
  kind: 'ethernet',
  description: '',
  mtu: 9000,
  port: { panel, channels: 1, lanes: 4, speed: 100, maxSpeed: 100 },
  mode: { type: 'member', lag: 5 },
}));

/** A routed LAG with a VLAN on it. */
const firewall: readonly Interface[] = [
  ...members,
  {
    kind: 'lag',
    id: 5,
    description: 'to the firewall',
    extra: ['port-channel port load-defer'],
    mtu: 9000,
    protocol: { type: 'lacp', rate: 'slow', active: false },
    members: members.map(({ port }) => port),
    minLinks: 2,
    hash: 'layer3+4',
    miimon: 100,
    mode: { type: 'routed', addresses: link(0), routes: [] },
  },
  {
    kind: 'sub',
    parent: { lag: 5 },
    vlan: 7,
    description: '',
    mtu: 9000,
    mode: { type: 'routed', addresses: link(2), routes: [] },
  },
];

/** A port as a channel of 25G, and one that runs slower than it could. */
function splitPort(one: Interface): Interface {
  if (one.kind !== 'ethernet') return one;
  const change = one.port.panel === 1 ? { channels: 4, channel: 2, speed: 25 } : { speed: 40 };
  return { ...one, port: { ...one.port, ...change } };
}

/** Panel ports that are broken out or run slower, a routed LAG, and lines of the user's own. */
const split: SwitchDevice = {
  ...spine,
  name: 'spine3',
  interfaces: [...spine.interfaces.map(splitPort), ...firewall],
  extra: ['banner motd #', 'Authorised people only', '#'],
};

const key = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7 netops@desk';

/** All services. */
const serviced: SwitchDevice = {
  ...dualStackLeaf,
  name: 'leaf9',
  system: {
    ...dualStackLeaf.system,
    domain: 'swift.example.net',
    timezone: 'Europe/Berlin',
    users: [
      { name: 'netops', role: 'admin', passwordHash: '$6$salt$hash', sshKeys: [key] },
      { name: 'noc', role: 'operator', sshKeys: [] },
    ],
    snmp: {
      community: secret('SNMP_COMMUNITY'),
      location: 'Hall 2, row 7',
      contact: 'netops@example.net',
      clients: ['10.253.0.0/24', '2001:db8:253::/64'],
    },
  },
  interfaces: dualStackLeaf.interfaces.map((one) =>
    one.kind === 'svi' && one.vlan === 10
      ? {
          ...one,
          dhcpRelay: [ip('10.1.0.10'), ip('2001:db8:1::10')],
          // A default router that tells no prefix.
          routerAdvertisements: { lifetime: 600, prefixes: [] },
        }
      : one,
  ),
  maintenance: true,
};

const fromStorage = { from: 'storage', policies: [{ family: 4, policy: 'LEAK-storage' }] } as const;

/** VRFs that take routes over from each other and from the default instance: from one, and from several. */
const leaking: SwitchDevice = {
  ...vrfLeaf,
  name: 'leaf10',
  vrfs: [
    ...vrfLeaf.vrfs,
    { name: 'backup', routeDistinguisher: '10.255.0.17:2' },
    { name: 'audit', routeDistinguisher: '10.255.0.17:3' },
  ],
  bgp: {
    ...vrfLeaf.bgp!,
    vrfs: [
      ...vrfLeaf.bgp!.vrfs,
      {
        vrf: 'backup',
        neighbors: [],
        networks: [],
        aggregates: [],
        leaks: [fromStorage, { policies: [{ family: 4, policy: 'FROM-FABRIC' }] }],
      },
      {
        vrf: 'audit',
        neighbors: [],
        networks: [],
        aggregates: [],
        leaks: [fromStorage, { from: 'backup', policies: [{ family: 4, policy: 'FROM-FABRIC' }] }],
      },
    ],
  },
};

/** The shared switches and some of this target's own, by what each shows. */
export const devices: Readonly<Record<string, SwitchDevice>> = {
  ...Object.fromEntries(Object.entries(fixtureDevices).map(([name, device]) => [name, asNxos(device)])),
  secured,
  split,
  serviced,
  leaking,
};
