import { describe, expect, it } from 'vitest';
import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { parseIp } from '../../../src/ip/index.ts';
import { lacks } from '../../../src/targets/sonic/lacks.ts';
import { onPlatform, sonicDevices } from './devices.ts';

const leaf = sonicDevices['dualStackLeaf']!;
const whatOf = (device: SwitchDevice): string[] =>
  lacks(device).flatMap(({ what, setting }) => (setting === undefined ? [what] : []));

/** The switch with its interfaces of a kind changed. */
const changing = (device: SwitchDevice, kind: Interface['kind'], change: object): SwitchDevice => ({
  ...device,
  interfaces: device.interfaces.map((one) => (one.kind === kind ? ({ ...one, ...change } as Interface) : one)),
});
const systemOf = (change: Partial<SwitchDevice['system']>): SwitchDevice => ({
  ...leaf,
  system: { ...leaf.system, ...change },
});
const snmp = { community: { source: 'env', name: 'X', span: leaf.span } as const, clients: ['10.0.0.0/8'] };
const ospf = {
  area: '0.0.0.0',
  passive: false,
  pointToPoint: true,
  bfd: false,
  helloInterval: 10,
  deadInterval: 40,
  retransmitInterval: 5,
};

describe('what SONiC cannot do', () => {
  it.each(Object.entries(sonicDevices))(
    'is not asked of %s, but for the BPDU guard that every port has by default',
    (_name, device) => {
      expect(lacks(device)).toEqual([{ what: 'BPDU guard', setting: 'bpduGuard' }]);
      expect(lacks({ ...device, edge: { ...device.edge, bpduGuard: false } })).toEqual([]);
    },
  );

  it.each<readonly [string, SwitchDevice]>([
    ['the ports of celestica-ds5000, for which its sources have no lanes', onPlatform(leaf, 'celestica-ds5000')],
    ['port 34 of arista-7050cx3-32s', withPort('arista-7050cx3-32s', { panel: 34, channels: 1, speed: 10 })],
    [
      'a split of port 1 of edgecore-as7712-32x',
      withPort('edgecore-as7712-32x', { panel: 1, channel: 1, channels: 4, speed: 25 }),
    ],
    ['4 × 25G on port 1 of nvidia-sn2700', withPort('nvidia-sn2700', { panel: 1, channel: 1, channels: 4, speed: 25 })],
    ['1 × 400G on port 1 of nvidia-sn2700', withPort('nvidia-sn2700', { panel: 1, channels: 1, speed: 400 })],
    ['passive LACP', changing(leaf, 'lag', { protocol: { type: 'lacp', rate: 'fast', active: false } })],
    ['OSPF on a VLAN with an MTU other than 9100', changing(leaf, 'svi', { ospf })],
    ['DHCP relay in a VRF', changing(leaf, 'svi', { vrf: 'x', dhcpRelay: [parseIp('10.1.0.10')!] })],
    ['spanning tree', changing(leaf, 'lag', { mode: { type: 'bridged', tagged: [10], edge: false } })],
    ['OSPF in a VRF', changing(sonicDevices['vrfLeaf']!, 'svi', { vrf: 'storage', ospf, mtu: 9100 })],
    [
      'link-local addresses',
      changing(sonicDevices['vrfLeaf']!, 'sub', {
        mode: { type: 'routed', addresses: [], routes: [], linkLocal: true },
      }),
    ],
    [
      'DHCP relay over uplinks without',
      changing(sonicDevices['unnumberedLeaf']!, 'svi', { dhcpRelay: [parseIp('10.1.0.10')!] }),
    ],
    [
      'a management address without a gateway',
      { ...leaf, management: { vrf: 'mgmt', address: leaf.management.address! } },
    ],
    ['more than 3 resolvers', systemOf({ dns: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] })],
    ['more than 10 time servers', systemOf({ ntp: Array.from({ length: 11 }, (_, index) => `10.0.0.${index}`) })],
    ['a list of SNMP clients', systemOf({ snmp })],
    ['VLAN 1', { ...leaf, vlans: [{ id: 1, name: 'x' }] }],
    [
      'a-very-long-name as the name of a VRF',
      { ...leaf, vrfs: [{ name: 'a-very-long-name', routeDistinguisher: '1:1' }] },
    ],
  ])('is said: %s', (what, device) => {
    const found = whatOf(device);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(what);
  });
});

/** A switch with one port. */
function withPort(
  platform: string,
  own: { panel: number; channel?: number; channels: number; speed: number },
): SwitchDevice {
  const port = { lanes: 4, maxSpeed: 100, ...own };
  const mode = { type: 'bridged', tagged: [10], edge: true } as const;
  const one: Interface = { kind: 'ethernet', description: '', mtu: 9000, port, mode };
  return onPlatform({ ...sonicDevices['spine']!, interfaces: [one] }, platform);
}
