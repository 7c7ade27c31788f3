import type { Interface, Port, SwitchDevice } from '../../../src/device/device.ts';
import { parseIp } from '../../../src/ip/index.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import { target } from '../../../src/targets/sonic/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';

/** The switch as one of a platform: its ports know of it, as a design's do. */
export function onPlatform(device: SwitchDevice, id: string): SwitchDevice {
  const place = (port: Port): Port => ({ ...port, platform: id });
  const interfaces = device.interfaces.map((one): Interface => {
    if (one.kind === 'ethernet') return { ...one, port: place(one.port) };
    if (one.kind === 'lag') return { ...one, members: one.members.map(place) };
    if (one.kind === 'sub' && 'port' in one.parent) return { ...one, parent: { port: place(one.parent.port) } };
    return one;
  });
  return { ...device, os: 'sonic', platform: { ...device.platform, id }, interfaces };
}

/** Platforms on which the hand-made switches have the ports that they use. */
const platforms: Readonly<Record<string, string>> = { border: 'arista-7260cx3-64' };

const known = new Set<Feature>(target.capabilities.features);

const canDo = (device: SwitchDevice): boolean =>
  Object.entries(featureNeeds).every(([feature, { needed }]) => known.has(feature as Feature) || !needed(device));

/** The hand-made switches that SONiC can be. */
const handMade = Object.entries(fixtureDevices)
  .filter(([, device]) => canDo(device))
  .map(([name, device]) => [name, onPlatform(device, platforms[name] ?? device.platform.id)] as const);

/** Without OSPF for IPv6. */
function withoutOspf3(device: SwitchDevice): SwitchDevice {
  const { ospf3: _none, ...rest } = device;
  const interfaces = device.interfaces.map((one): Interface => {
    if (one.kind === 'loopback' || one.kind === 'svi') {
      const { ospf3: _own, ...other } = one;
      return other;
    }
    if (one.kind !== 'ethernet' || one.mode.type !== 'routed') return one;
    const { ospf3: _own, ...mode } = one.mode;
    return { ...one, mode };
  });
  return { ...rest, interfaces };
}

/** With LACP where it has none. */
const withLacp = (device: SwitchDevice): SwitchDevice => ({
  ...device,
  interfaces: device.interfaces.map((one) =>
    one.kind === 'lag' ? { ...one, protocol: { type: 'lacp', rate: 'slow', active: true } } : one,
  ),
});

/** A port of four lanes, split. */
const channel = (panel: number, number: number, channels: number, speed: number): Port => ({
  panel,
  channel: number,
  channels,
  lanes: 4,
  speed,
  maxSpeed: 100,
});

/** Servers on split ports: one in four, one in two, one whole at a lower speed; and a routed LAG. */
const split: SwitchDevice = {
  ...fixtureDevices['ebgpLeaf']!,
  name: 'leaf9',
  interfaces: [
    ...fixtureDevices['ebgpLeaf']!.interfaces.filter(({ kind }) => kind === 'loopback' || kind === 'svi'),
    ...[channel(1, 2, 4, 25), channel(2, 1, 2, 50), { ...channel(3, 1, 1, 40), channel: undefined }].map(
      ({ channel: own, ...port }): Interface => ({
        kind: 'ethernet',
        description: 'object',
        mtu: 9000,
        port: own === undefined ? port : { ...port, channel: own },
        mode: { type: 'bridged', tagged: [10], edge: true },
      }),
    ),
    ...[31, 32].map((panel): Interface => ({
      kind: 'ethernet',
      description: '',
      mtu: 9214,
      port: { panel, channels: 1, lanes: 4, speed: 100, maxSpeed: 100 },
      mode: { type: 'member', lag: 31 },
    })),
    {
      kind: 'lag',
      id: 31,
      description: 'uplink',
      mtu: 9214,
      protocol: { type: 'lacp', rate: 'fast', active: true },
      members: [31, 32].map((panel) => ({ panel, channels: 1, lanes: 4, speed: 100, maxSpeed: 100 })),
      minLinks: 2,
      hash: 'layer3+4',
      miimon: 100,
      peer: { device: 'spine1', kind: 'switch' },
      mode: {
        type: 'routed',
        routes: [],
        addresses: fixtureDevices['spine']!.interfaces.flatMap(uplinkAddresses).slice(0, 1),
      },
    },
  ],
};

function uplinkAddresses(one: Interface) {
  return one.kind === 'ethernet' && one.mode.type === 'routed' ? one.mode.addresses : [];
}

/** With everything of the `system` section, and DHCP relay of both families. */
function withServices(device: SwitchDevice): SwitchDevice {
  const community = { source: 'env', name: 'SNMP_COMMUNITY', span: device.span } as const;
  const user = { name: 'ops', role: 'admin', passwordHash: '$6$salt$hash', sshKeys: ['ssh-ed25519 AAAA ops'] } as const;
  return {
    ...device,
    system: {
      ...device.system,
      timezone: 'Europe/Berlin',
      users: [user, { name: 'guest', role: 'operator', sshKeys: [] }],
      snmp: { community, location: 'hall 1', contact: 'noc@example.net', clients: [] },
    },
    interfaces: device.interfaces.map((one) =>
      one.kind === 'svi' && one.vlan === 10
        ? { ...one, dhcpRelay: [parseIp('10.1.0.10')!, parseIp('10.1.0.11')!, parseIp('2001:db8:1::10')!] }
        : one,
    ),
  };
}

/** By what each shows. */
export const sonicDevices: Readonly<Record<string, SwitchDevice>> = {
  ...Object.fromEntries(handMade),
  dualStackLeaf: onPlatform(withServices(withoutOspf3(fixtureDevices['dualStackLeaf']!)), 'arista-7050sx3-48yc8'),
  ebgpLeaf: onPlatform(withLacp(fixtureDevices['ebgpLeaf']!), 'edgecore-as7326-56x'),
  split: onPlatform(split, 'arista-7050cx3-32s'),
};
