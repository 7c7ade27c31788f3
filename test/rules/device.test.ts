import { describe, expect, it } from 'vitest';
import type {
  Device,
  EthernetInterface,
  Interface,
  LagInterface,
  RoutedMode,
  SubInterface,
} from '../../src/device/device.ts';
import { addToIp } from '../../src/ip/index.ts';
import type { LoweredFabric } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run.ts';
import { exampleWith, lower, subjectsOf } from './check-text.ts';

/** A fabric with bonds of every kind, OSPF with keys, and pairs of leafs. */
const fragment = (design: string, bond: string): string => `design: ${design}
fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
access: { leafPair: mlag }
routing: { ospf: { authentication: { key: env:PATH } } }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 25G }, networks: [service, storage], untagged: service, bond: ${bond} }
`;

function lowered(design: string, bond: string): LoweredFabric {
  const { subjects } = subjectsOf(exampleWith(fragment(design, bond)));
  return lower(subjects!)!;
}

const fabrics = {
  routed: lowered('l3-ospf-ibgp', 'lacp'),
  static: lowered('l3-ospf-ibgp', 'balance-xor'),
  bridged: lowered('mlag', 'lacp'),
} as const;

type Fabric = keyof typeof fabrics;
type Change<Kind> = (one: Kind) => Interface;

/** What the rules say once one interface of a device is another. */
function findings<Kind extends Interface>(
  fabric: Fabric,
  name: string,
  isIt: (one: Interface) => one is Kind,
  change: Change<Kind>,
): string[] {
  const { devices, ...rest } = fabrics[fabric];
  let changed = 0;
  const bent = devices.map((device): Device => {
    const at = device.name === name ? device.interfaces.findIndex(isIt) : -1;
    if (at === -1) return device;
    changed++;
    return { ...device, interfaces: device.interfaces.with(at, change(device.interfaces[at] as Kind)) };
  });
  expect(changed).toBe(1);
  return runRules('devices', { devices: { ...rest, devices: bent } }).map(({ code, message }) => `${code} ${message}`);
}

const lagTo =
  (peer: string) =>
  (one: Interface): one is LagInterface =>
    one.kind === 'lag' && one.peer?.device === peer;
const isBond = (one: Interface): one is LagInterface => one.kind === 'lag';
const isSub = (one: Interface): one is SubInterface => one.kind === 'sub';
const portTo =
  (peer: string) =>
  (one: Interface): one is EthernetInterface =>
    one.kind === 'ethernet' && one.peer?.device === peer;

function onRouted(change: (mode: RoutedMode) => RoutedMode): Change<EthernetInterface> {
  return (one) => {
    if (one.mode.type !== 'routed') throw new Error('not routed');
    return { ...one, mode: change(one.mode) };
  };
}

function withoutOspf(mode: RoutedMode): RoutedMode {
  const { ospf: _, ...rest } = mode;
  return rest;
}

const onOspf = (change: object) => onRouted((mode) => ({ ...mode, ospf: { ...mode.ospf!, ...change } }));

const onBridged =
  (change: object): Change<LagInterface> =>
  (one) => ({ ...one, mode: { ...one.mode, ...change } as LagInterface['mode'] });

const lacp = (change: object): Change<LagInterface> => {
  return (one) => ({ ...one, protocol: { ...one.protocol, ...change } as LagInterface['protocol'] });
};

const slower: Change<LagInterface> = (one) => ({
  ...one,
  members: one.members.map((port, at) => (at === 0 ? { ...port, speed: 10 } : port)),
});

/** What is changed, and what the rule must say of it. */
type Row<Kind> = readonly [what: string, fabric: Fabric, change: Change<Kind>, says: string];

const ofLeaf: readonly Row<LagInterface>[] = [
  ['rate', 'routed', lacp({ rate: 'slow' }), 'how the ports are bundled (LACP fast and LACP slow)'],
  ['protocol', 'routed', (one) => ({ ...one, protocol: { type: 'static' } }), 'how the ports are bundled'],
  ['static protocol', 'static', lacp({ type: 'lacp', rate: 'fast', active: true }), 'how the ports are bundled'],
  ['MTU', 'routed', (one) => ({ ...one, mtu: 1500 }), 'the MTU (9000 and 1500)'],
  ['tagged VLANs', 'bridged', onBridged({ tagged: [30, 40] }), 'the tagged VLANs (30 and 30 40)'],
  ['no native VLAN', 'routed', onBridged({ native: undefined }), 'traffic without a VLAN tag (true and false)'],
  ['native VLAN', 'routed', onBridged({ native: 30 }), 'the network without a VLAN tag'],
  ['number of members', 'routed', (one) => ({ ...one, members: [] }), 'the number of bundled ports (1 and 0)'],
];

describe('a switch that does not agree with a server', () => {
  it.each(ofLeaf)('in %s is found', (_, fabric, change, says) => {
    const found = findings(fabric, 'r1-leaf1', lagTo('web-r1-1'), change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`DEV001 web-r1-1 and r1-leaf1 do not agree in ${says}`);
  });
});

const ofServer: readonly Row<LagInterface>[] = [
  ['rate', 'routed', lacp({ rate: 'slow' }), 'how the ports are bundled (LACP slow and LACP fast)'],
  ['bonding', 'static', (one) => ({ ...one, protocol: { type: 'active-backup', primary: one.members[0]! } }), 'how'],
  ['a speed of a member', 'routed', slower, "the speeds of a bundle's cables (10G and 25G)"],
];

describe('a server that does not agree with its switches', () => {
  it.each(ofServer)('in %s is found', (_, fabric, change, says) => {
    const found = findings(fabric, 'web-r1-1', isBond, change);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`DEV001 web-r1-1 and r1-leaf1 do not agree in ${says}`);
    expect(found[0]).toContain('1 more cable like it');
  });

  it('in a VLAN is found', () => {
    const found = findings('routed', 'web-r1-1', isSub, (one) => ({ ...one, vlan: 31 }));
    expect(found).toEqual([expect.stringContaining('the tagged VLANs (31 and 30)')]);
  });

  it('in both being passive is found', () => {
    const { devices, ...rest } = fabrics.routed;
    const passive = devices.map((device): Device => {
      const interfaces = device.interfaces.map((one) =>
        one.kind === 'lag' && one.protocol.type === 'lacp' ? lacp({ active: false })(one) : one,
      );
      return { ...device, interfaces };
    });
    const found = runRules('devices', { devices: { ...rest, devices: passive } });
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['DEV001', 'DEV002']));
    for (const { message } of found) expect(message).toContain('LACP (passive at both ends)');
  });
});

const ofUplink: readonly (readonly [what: string, change: Change<EthernetInterface>, says: string])[] = [
  ['MTU', (one) => ({ ...one, mtu: 9000 }), 'the MTU (9000 and 9214)'],
  ['speed', (one) => ({ ...one, port: { ...one.port, speed: 40 } }), 'the speed (40G and 100G)'],
  [
    'subnets',
    onRouted((mode) => ({ ...mode, addresses: mode.addresses.map((one) => ({ ...one, ip: addToIp(one.ip, 2) })) })),
    'their subnets',
  ],
  [
    'lengths',
    onRouted((mode) => ({ ...mode, addresses: mode.addresses.map(({ ip }) => ({ ip, length: 30 })) })),
    'their',
  ],
  ['addresses', onRouted((mode) => ({ ...mode, addresses: [] })), 'their subnets'],
  [
    'link-local addressing',
    onRouted((mode) => ({ ...mode, linkLocal: true })),
    'link-local addressing (true and false)',
  ],
  ['VRF', onRouted((mode) => ({ ...mode, vrf: 'other' })), 'the VRF (other and none)'],
  ['OSPF', onRouted(withoutOspf), 'OSPF (none and on)'],
  ['area', onOspf({ area: '0.0.0.1' }), 'the OSPF area (0.0.0.1 and 0.0.0.0)'],
  ['network type', onOspf({ pointToPoint: false }), 'the OSPF network type'],
  ['hello interval', onOspf({ helloInterval: 5 }), 'the OSPF hello interval (5 and 10)'],
  ['dead interval', onOspf({ deadInterval: 20 }), 'the OSPF dead interval (20 and 40)'],
  ['passive interfaces', onOspf({ passive: true }), 'OSPF being passive'],
  ['BFD', onOspf({ bfd: false }), 'BFD of OSPF'],
  ['authentication', onOspf({ authentication: undefined }), "the OSPF key's algorithm (none and md5)"],
  ['mode', (one) => ({ ...one, mode: { type: 'bridged', tagged: [], edge: false } }), 'what the link is'],
];

describe('switches that do not agree', () => {
  it.each(ofUplink)('in %s are found', (_, change, says) => {
    const found = findings('routed', 'r1-leaf1', portTo('spine1'), change);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain('DEV002 r1-leaf1 and spine1 do not agree in ');
    expect(found.join('\n')).toContain(says);
  });

  const ofLag: readonly (readonly [string, Change<LagInterface>, string])[] = [
    ['tagged VLANs', onBridged({ tagged: [20] }), 'the tagged VLANs (20 and 20 30)'],
    ['native VLAN', onBridged({ native: 20 }), 'the native VLAN (20 and none)'],
    ['speeds of members', slower, "the speeds of a bundle's cables (10G and 100G)"],
    ['LACP', lacp({ rate: 'slow' }), 'how the ports are bundled'],
    ['MTU', (one) => ({ ...one, mtu: 1500 }), 'the MTU (1500 and 9214)'],
  ];

  it.each(ofLag)('in %s of their LAGs are found', (_, change, says) => {
    const found = findings('bridged', 'r1-leaf1', lagTo('spine1'), change);
    expect(found.join('\n')).toContain(`DEV002 r1-leaf1 and spine1 do not agree in ${says}`);
  });
});

describe('devices as they are lowered', () => {
  it.each(Object.keys(fabrics) as Fabric[])('agree: %s', (fabric) => {
    expect(fabrics[fabric].devices.length).toBe(10);
    expect(runRules('devices', { devices: fabrics[fabric] })).toEqual([]);
  });
});
