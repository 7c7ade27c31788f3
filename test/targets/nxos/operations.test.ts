import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/nxos/target.ts';
import { sectionsOf } from './config-lines.ts';
import { devices, render } from './parts.ts';

const operations = target.operations!;

/** Settings that a later line takes the place of. */
const single = ['max-metric router-lsa', 'set community'];

type Config = ReadonlyMap<string, readonly string[]>;

const isOf = (line: string, setting: string): boolean => `${line.trim()} `.startsWith(`${setting} `);

/** Enters the lines of one section, each of which may stand below another: a path of lines, outermost first. */
function enterSection(before: readonly string[], entered: readonly string[]): string[] {
  const paths = new Set(pathsOf(before));
  for (const path of pathsOf(entered)) {
    const at = path.slice(0, path.lastIndexOf('/') + 1);
    const line = path.slice(at.length);
    const setting = line.startsWith('no ') ? line.slice(3) : (single.find((one) => isOf(line, one)) ?? line);
    for (const known of paths) {
      if (known.startsWith(at) && !known.slice(at.length).includes('/') && isOf(known.slice(at.length), setting)) {
        paths.delete(known);
      }
    }
    if (!line.startsWith('no ')) paths.add(path);
  }
  return [...paths].sort();
}

/** Each line with those that it stands below: `template peer X/address-family ipv4 unicast/next-hop-self`. */
function pathsOf(lines: readonly string[]): string[] {
  if (lines.every((line) => !line.startsWith(' '))) return [...lines];
  const open: string[] = [];
  return lines.map((raw) => {
    const depth = (raw.length - raw.trimStart().length) / 2 - 1;
    open.length = depth;
    // A slash would be taken for a step of the path.
    open.push(raw.trim().replaceAll('/', '|'));
    return open.join('/');
  });
}

/** Enters lines as a person does in config mode. */
function enter(config: Config, lines: readonly string[]): Map<string, readonly string[]> {
  const result = new Map(config);
  for (const [heading, below] of sectionsOf(lines.join('\n'))) {
    if (heading.startsWith('no ')) {
      for (const known of result.keys()) if (isOf(known, heading.slice(3))) result.delete(known);
    } else {
      result.set(heading, enterSection(result.get(heading) ?? [], below));
    }
  }
  return result;
}

/** A config without its order. */
const meaning = (device: SwitchDevice): Config =>
  new Map([...sectionsOf(render(device))].map(([heading, below]) => [heading, pathsOf(below).sort()]));

const plain = (found: Config) => Object.fromEntries([...found].toSorted());

const cases = ['spine', 'dualStackLeaf', 'ebgpLeaf', 'mlagLeaf', 'border', 'secured'].map(
  (name) => [name, { ...devices[name]!, maintenance: false }] as const,
);

describe('NX-OS operations', () => {
  it.each(cases)('drain a %s to the config that it has in maintenance', (_, device) => {
    const drained = enter(meaning(device), operations.drain(device));
    expect(plain(drained)).toEqual(plain(meaning({ ...device, maintenance: true })));
    expect(plain(drained)).not.toEqual(plain(meaning(device)));
  });

  it.each(cases)('undrain a %s to the config that it had', (_, device) => {
    const drained = meaning({ ...device, maintenance: true });
    expect(plain(enter(drained, operations.undrain(device)))).toEqual(plain(meaning(device)));
  });

  it('drain a spine by a policy of its own, for it filters nothing that it announces', () => {
    expect(operations.drain(devices['spine']!)).toEqual([
      'route-map DRAINED permit 10',
      '  set community 65535:0 additive',
      'router bgp 65000',
      '  template peer LEAFS',
      '    address-family ipv4 unicast',
      '      route-map DRAINED out',
      'router ospf 1',
      '  max-metric router-lsa',
    ]);
  });

  it('drain a switch without routing by nothing', () => {
    expect(operations.drain(devices['mlagCore']!)).toEqual([]);
    expect(operations.undrain(devices['mlagCore']!)).toEqual([]);
  });

  it('ask for what they are told to expect, and nothing else', () => {
    expect(operations.verify({ ospf: 20 })).toEqual([
      { command: 'show ip ospf neighbors', expect: '20 neighbours FULL' },
    ]);
    expect(operations.verify({ route: { prefix: '10.255.0.1/32', nextHops: 1 } })).toEqual([
      { command: 'show ip route 10.255.0.1/32', expect: '1 next hop' },
    ]);
  });
});
