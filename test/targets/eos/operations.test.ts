import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/eos/target.ts';
import { type Block, parseConfig } from './config-tree.ts';
import { devices } from './fixtures.ts';
import { carries, group, neighbor, permit, render } from './parts.ts';

const operations = target.operations!;

/** Settings that a later line takes the place of, by how they begin. */
const single = [/^max-metric router-lsa/, /^set community/, /^neighbor \S+ route-map \S+ out$/];

function sameSetting(one: string, other: string): boolean {
  const by = single.find((form) => form.test(one));
  if (!by?.test(other)) return one === other;
  return !one.startsWith('neighbor') || one.split(' ')[1] === other.split(' ')[1];
}

/** Sections and what is in them, sorted: a config without its order. */
function settings(blocks: readonly Block[]): Map<string, string[]> {
  return new Map(blocks.map(({ line, children }) => [line, children.map((child) => child.line).sort()]));
}

/** Enters lines as a person does in config mode. */
function enter(config: Map<string, string[]>, lines: readonly string[]): Map<string, string[]> {
  const result = new Map(config);
  for (const { line, children } of parseConfig(lines.join('\n'))) {
    if (line.startsWith('no ')) {
      for (const section of result.keys()) if (`${section} `.startsWith(`${line.slice(3)} `)) result.delete(section);
      continue;
    }
    let own = result.get(line) ?? [];
    for (const { line: setting } of children) {
      const removed = setting.startsWith('no ') ? setting.slice(3) : undefined;
      own = own.filter((one) =>
        removed === undefined ? !sameSetting(setting, one) : !`${one} `.startsWith(`${removed} `),
      );
      if (removed === undefined) own.push(setting);
    }
    result.set(line, own.sort());
  }
  return result;
}

const meaning = (device: SwitchDevice) => settings(parseConfig(render(device)));
const plain = (found: Map<string, string[]>) => Object.fromEntries([...found].toSorted());

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
const cases: readonly (readonly [string, SwitchDevice])[] = [
  ['leaf', leaf],
  ['spine', devices['spine']!],
  ['leaf-pair', devices['leaf-pair']!],
  ['leaf with a policy of its own for a neighbour', tagged],
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

  it('ask for what they are told to expect, and nothing else', () => {
    expect(operations.verify({ ospf: 20 })).toEqual([
      { command: 'show ip ospf neighbor', expect: '20 neighbours FULL' },
    ]);
    expect(operations.verify({ route: { prefix: '10.255.0.1/32', nextHops: 1 } })).toEqual([
      { command: 'show ip route 10.255.0.1/32', expect: '1 next hop' },
    ]);
  });
});
