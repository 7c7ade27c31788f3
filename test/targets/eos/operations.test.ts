import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/eos/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';
import { type Block, parseConfig } from './config-tree.ts';
import { devices } from './fixtures.ts';
import { carries, group, neighbor, permit, render } from './parts.ts';

const operations = target.operations!;

/** Settings that a later line takes the place of, by how they begin. */
const single = [
  /^max-metric router-lsa/,
  /^set community/,
  /^neighbor (\S+) route-map \S+ out$/,
  /^neighbor (\S+) default-originate/,
];

/** The setting that a line is of. */
function keyOf(line: string): string {
  const form = single.find((one) => one.test(line));
  return form ? `${form.source} ${form.exec(line)![1] ?? ''}` : line;
}

/** Lines by the modes that they are in, sorted: a config without its order. Modes are lines that have others below them. */
function settings(blocks: readonly Block[], mode = '', found = new Map<string, string[]>()): Map<string, string[]> {
  for (const { line, children } of blocks) {
    const inner = `${mode}/${line}`;
    if (mode === '' || children.length > 0) {
      found.set(
        inner,
        children
          .filter((child) => child.children.length === 0)
          .map((child) => child.line)
          .sort(),
      );
    }
    settings(
      children.filter((child) => child.children.length > 0),
      inner,
      found,
    );
  }
  return found;
}

/** Lines of config mode as a person enters them: each in the mode that the indentation before it shows. */
function enter(config: Map<string, string[]>, lines: readonly string[]): Map<string, string[]> {
  const result = new Map(config);
  const enterBlock = (block: Block, mode: string): void => {
    const { line, children } = block;
    if (children.length > 0 || (mode === '' && !line.startsWith('no '))) {
      const inner = `${mode}/${line}`;
      if (!result.has(inner)) result.set(inner, []);
      for (const child of children) enterBlock(child, inner);
      return;
    }
    if (mode === '') {
      for (const section of result.keys()) if (`${section} `.startsWith(`/${line.slice(3)} `)) result.delete(section);
      return;
    }
    const own = result.get(mode)!;
    const removed = line.startsWith('no ') ? line.slice(3) : undefined;
    const kept = own.filter((one) =>
      removed === undefined ? keyOf(one) !== keyOf(line) : !`${one} `.startsWith(`${removed} `),
    );
    result.set(mode, (removed === undefined ? [...kept, line] : kept).sort());
  };
  for (const block of parseConfig(lines.join('\n'))) enterBlock(block, '');
  return result;
}

const meaning = (device: SwitchDevice) => settings(parseConfig(render(device)));

/** Without modes in which nothing is said. */
const plain = (found: Map<string, string[]>) =>
  Object.fromEntries([...found].filter(([mode, own]) => own.length > 0 || mode.startsWith('/route-map')).toSorted());

const leaf = devices['leaf']!;
const tagged: SwitchDevice = {
  ...leaf,
  policies: {
    ...leaf.policies,
    policies: [
      { name: 'OUT', family: 4, steps: [permit(10, { addCommunities: ['65000:1'] })] },
      ...leaf.policies.policies,
    ],
  },
  bgp: {
    ...leaf.bgp!,
    groups: [group('SPINES', { families: [carries(4, { importPolicy: 'FROM-FABRIC', exportPolicy: 'TO-SPINES' })] })],
    neighbors: [neighbor('10.255.0.1', 'SPINES', { families: [carries(4, { exportPolicy: 'OUT' })] })],
  },
};
/** A leaf whose sessions carry both families, in a VRF as well, and have policies in some. */
const inVrf: SwitchDevice = {
  ...leaf,
  vrfs: [{ name: 'storage', routeDistinguisher: '10.0.0.1:1' }],
  bgp: {
    ...leaf.bgp!,
    groups: [
      group('SPINES', {
        families: [carries(4, { exportPolicy: 'TO-SPINES' }), carries(6, { defaultOriginate: true })],
      }),
    ],
    neighbors: [neighbor('2001:db8::1', 'SPINES')],
    vrfs: [{ vrf: 'storage', neighbors: [neighbor('2001:db8::2', 'SPINES')], networks: [], aggregates: [], leaks: [] }],
  },
};
const cases: readonly (readonly [string, SwitchDevice])[] = [
  ['leaf', leaf],
  ['spine', devices['spine']!],
  ['leaf-pair', devices['leaf-pair']!],
  ['leaf with a policy of its own for a neighbour', tagged],
  ['leaf with sessions of both families in a VRF', inVrf],
  ...Object.entries(fixtureDevices).filter(([, { bgp, ospf }]) => bgp ?? ospf),
];

describe('EOS operations', () => {
  it.each(cases)('drain a %s to the config that it has in maintenance', (_, device) => {
    const drained = enter(meaning(device), operations.drain(device));
    expect(plain(drained)).toEqual(plain(meaning({ ...device, maintenance: true })));
    expect(plain(drained)).not.toEqual(plain(meaning(device)));
  });

  it.each(cases)('undrain a %s to the config that it had', (_, device) => {
    const drained = meaning({ ...device, maintenance: true });
    expect(plain(enter(drained, operations.undrain(device)))).toEqual(plain(meaning(device)));
  });

  it('drain a switch that is in maintenance in the file by the same lines', () => {
    expect(operations.drain({ ...leaf, maintenance: true })).toEqual(operations.drain(leaf));
  });

  it('tell the far ends of sessions that have no policy, in the mode where they are', () => {
    expect(operations.drain(fixtureDevices['unnumberedLeaf']!)).toEqual([
      'route-map TO-SPINES permit 10',
      '   set community GSHUT additive',
      'route-map TO-SPINES permit 20',
      '   set community GSHUT additive',
      'route-map DRAINED permit 10',
      '   set community GSHUT additive',
      'router bgp 65103',
      '   address-family ipv6',
      '      neighbor SPINES route-map DRAINED out',
    ]);
  });

  it('mark the default route that a switch makes up, which no policy sees', () => {
    const device = fixtureDevices['routedHostLeaf']!;
    const line = '      neighbor HOSTS-Ethernet1 default-originate route-map DRAINED always';
    expect(operations.drain(device)).toContain(line);
    expect(operations.undrain(device)).toContain('      neighbor HOSTS-Ethernet1 default-originate always');
  });

  it('send transit elsewhere by both versions of OSPF', () => {
    const lines = operations.undrain(fixtureDevices['dualStackLeaf']!);
    expect(lines.slice(0, 7)).toEqual([
      'router ospf 1',
      '   no max-metric router-lsa',
      '   max-metric router-lsa on-startup 60',
      'router ospfv3',
      '   address-family ipv6',
      '      no max-metric router-lsa',
      '      max-metric router-lsa on-startup 60',
    ]);
  });

  it('have nothing to drain where nothing is announced', () => {
    expect(operations.drain(fixtureDevices['mlagCore']!)).toEqual([]);
    expect(operations.undrain(fixtureDevices['mlagCore']!)).toEqual([]);
  });

  it('ask for what they are told to expect, and nothing else', () => {
    expect(operations.verify({ ospf: 20 })).toEqual([
      { command: 'show ip ospf neighbor', expect: '20 neighbours FULL' },
    ]);
    expect(operations.verify({ route: { prefix: '10.255.0.1/32', nextHops: 1 } })).toEqual([
      { command: 'show ip route 10.255.0.1/32', expect: '1 next hop' },
    ]);
    expect(operations.verify({ route: { prefix: '2001:db8::1/128', nextHops: 2 } })).toEqual([
      { command: 'show ipv6 route 2001:db8::1/128', expect: '2 next hops' },
    ]);
  });
});
