import { describe, expect, it } from 'vitest';
import { type ConfigDb, judge } from './judge.ts';
import { sonicDevices } from './devices.ts';
import { configOf } from './parts.ts';
import { tables } from './yang-tables.ts';

describe('config_db.json', () => {
  it.each(Object.keys(sonicDevices))('of %s is what the YANG models take', (name) => {
    expect(judge(configOf(sonicDevices[name]!))).toEqual([]);
  });

  it('uses every table that the judge knows, over all devices', () => {
    const used = Object.values(sonicDevices).flatMap((device) => Object.keys(configOf(device)));
    expect([...new Set(used)].toSorted()).toEqual(Object.keys(tables).toSorted());
  });
});

it('sends OSPF to the processor where there is OSPF', () => {
  for (const device of Object.values(sonicDevices)) {
    const config = configOf(device);
    expect(config['COPP_TRAP']?.['ospf']?.['trap_ids']).toBe(device.ospf ? 'ospf' : undefined);
  }
});

const wrongs: readonly (readonly [what: string, where: string, plant: (config: ConfigDb) => void])[] = [
  ['an MTU too large', '/PORT/Ethernet48/mtu', (config) => (config['PORT']!['Ethernet48']!['mtu'] = '9300')],
  [
    'a number that is no text',
    '/PORT/Ethernet48/mtu',
    (config) => (config['PORT']!['Ethernet48']!['mtu'] = 9000 as never),
  ],
  ['an unknown field', '/PORT/Ethernet48', (config) => (config['PORT']!['Ethernet48']!['colour'] = 'red')],
  ['a missing field', '/PORT/Ethernet48', (config) => delete config['PORT']!['Ethernet48']!['lanes']],
  ['an unknown table', ' must NOT', (config) => (config['SPANNING'] = { x: {} })],
  [
    'a word that is none',
    '/MGMT_VRF_CONFIG',
    (config) => (config['MGMT_VRF_CONFIG']!['vrf_global']!['mgmtVrfEnabled'] = 'yes'),
  ],
  ['a key that is none', '/VLAN', (config) => (config['VLAN']!['Vlan4096'] = { vlanid: '4096' })],
  ['a VLAN that is another', 'Vlan10: vlanid', (config) => (config['VLAN']!['Vlan10']!['vlanid'] = '11')],
  [
    'lanes twice',
    'lane 1 of',
    (config) => (config['PORT']!['Ethernet1']!['lanes'] = config['PORT']!['Ethernet0']!['lanes']!),
  ],
  ['an address of no interface', 'no Vlan99', (config) => (config['VLAN_INTERFACE']!['Vlan99|10.0.0.1/24'] = {})],
  [
    'a member of no LAG',
    'no PortChannel9 in',
    (config) => (config['PORTCHANNEL_MEMBER']!['PortChannel9|Ethernet5'] = {}),
  ],
  [
    'a VLAN on a port that is none',
    'no Ethernet999 in',
    (config) => (config['VLAN_MEMBER']!['Vlan10|Ethernet999'] = { tagging_mode: 'tagged' }),
  ],
  [
    'a VLAN on a member of a LAG',
    'a member of a port channel',
    (config) => (config['VLAN_MEMBER']!['Vlan10|Ethernet0'] = { tagging_mode: 'tagged' }),
  ],
  [
    'a VLAN on a routed port',
    'a router interface',
    (config) => (config['VLAN_MEMBER']!['Vlan10|Ethernet48'] = { tagging_mode: 'tagged' }),
  ],
  [
    'two untagged VLANs on a port',
    'untagged twice',
    (config) => (config['VLAN_MEMBER']!['Vlan20|Ethernet2'] = { tagging_mode: 'untagged' }),
  ],
  ['a VRF that is none', 'no Vrf_x in', (config) => (config['INTERFACE']!['Ethernet48']!['vrf_name'] = 'Vrf_x')],
];

describe('the judge of config_db.json', () => {
  it.each(wrongs)('refuses %s', (_what, where, plant) => {
    const config = configOf(sonicDevices['dualStackLeaf']!);
    plant(config);
    const found = judge(config);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every((fault) => fault.includes(where)),
      found.join('; '),
    ).toBe(true);
  });
});
