import { describe, expect, it } from 'vitest';
import { exampleWith, placeOf, readText, summary } from './read-text.ts';

describe('aliases and merge keys', () => {
  const shared = exampleWith(`networks:
  service: &base { vlan: 20, pool: 10.20.0.0/16, mtu: 9000 }
  storage: { <<: *base, vlan: 30, pool: 10.30.0.0/16 }
  backup: { vlan: 40, pool: 10.40.0.0/16, <<: [{ gateway: last }, { gateway: none, mtu: 5000 }] }
`);

  it('merge what a map does not say itself, the first of several first', () => {
    const { topology, diagnostics } = readText(shared);
    expect(diagnostics).toEqual([]);
    const { service, storage, backup } = topology!.data.networks;
    expect(storage).toMatchObject({ vlan: 30, pool: '10.30.0.0/16', mtu: 9000 });
    expect(backup).toMatchObject({ gateway: 'last', mtu: 5000 });
    expect(service).toMatchObject({ vlan: 20, mtu: 9000 });
  });

  it('keep the place of each value', () => {
    const { data, spans } = readText(shared).topology!;
    const storage = data.networks.storage!;
    expect(placeOf(spans.of(storage, 'mtu'))).toBe('topology.yaml:11:55 9000');
    expect(placeOf(spans.ofKey(storage, 'mtu'))).toBe('topology.yaml:11:50 mtu');
    expect(placeOf(spans.of(storage, 'vlan'))).toBe('topology.yaml:12:31 30');
    expect(placeOf(spans.of(storage))).toMatch(/^topology.yaml:12:12 \{ <</);
  });

  it('give every use a copy of its own, shown where it is used', () => {
    const { topology } = readText(
      exampleWith(`devices:
  r1-leaf1: &one { mtu: &mtu 9000 }
  r2-leaf1: *one
  spine1: { mtu: *mtu }
`),
    );
    const { data, spans } = topology!;
    const devices = data.devices;
    expect(devices['r2-leaf1']).toEqual(devices['r1-leaf1']);
    expect(devices['r2-leaf1']).not.toBe(devices['r1-leaf1']);
    expect(placeOf(spans.of(devices, 'r2-leaf1'))).toBe('topology.yaml:19:13 *one');
    expect(placeOf(spans.of(devices['r2-leaf1']!, 'mtu'))).toBe('topology.yaml:18:30 9000');
    expect(placeOf(spans.of(devices.spine1!, 'mtu'))).toBe('topology.yaml:20:18 *mtu');
  });

  it('take the nearest anchor above', () => {
    const { topology } = readText(
      exampleWith(`devices:
  a: { mtu: &m 9000 }
  b: { mtu: *m }
  c: { mtu: &m 8000 }
  d: { mtu: *m }
`),
    );
    expect(Object.values(topology!.data.devices).map(({ mtu }) => mtu)).toEqual([9000, 9000, 8000, 8000]);
  });

  it('report a mistake in an anchored map once, at its place', () => {
    const result = readText(
      exampleWith('devices:\n  a: &bad { mut: 9000, mtu: 9000, mtu: 8000 }\n  b: *bad\n  c: { <<: *bad }\n'),
    );
    expect(summary(result)).toEqual(['TOPO012 mtu', 'TOPO030 mut']);
  });

  it('that are unknown or recursive are all reported', () => {
    const result = readText(
      exampleWith(
        'devices: &all\n  a: *nobody\n  b: *all\n  c: { mtu: *later, unit: &later 5 }\n  d: { <<: *nobody }\n',
      ),
    );
    expect(summary(result)).toEqual(['TOPO014 *nobody', 'TOPO014 *later', 'TOPO014 *nobody', 'TOPO015 *all']);
    expect(result.topology).toBeUndefined();
  });
});

const nine = (alias: string): string => Array.from({ length: 9 }, () => alias).join(', ');

function levels(make: (name: string, of: string) => string, size: number): string {
  let text = `a0: &a0 { x: lol }\n`;
  for (let level = 1; text.length < size; level++) text += make(`a${level}`, nine(`*a${level - 1}`));
  return text;
}

describe('bombs', () => {
  it.each([
    ['of lists, a megabyte', levels((name, of) => `${name}: &${name} [${of}]\n`, 1e6)],
    ['of merge keys, a megabyte', levels((name, of) => `${name}: &${name} { <<: [${of}] }\n`, 1e6)],
    ['of lists, nine levels', levels((name, of) => `${name}: &${name} [${of}]\n`, 400)],
    ['of merge keys, nine levels', levels((name, of) => `${name}: &${name} { <<: [${of}] }\n`, 400)],
    ['of one long list', `a: &a [${'x,'.repeat(2000)}]\nb: [${'*a,'.repeat(2000)}]\n`],
  ])('%s: one diagnostic, in bounded time', (_, text) => {
    const before = performance.now();
    const { topology, diagnostics } = readText(text);
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(topology).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['TOPO016']);
  });

  it.each([
    ['brackets', '['],
    ['braces', '{'],
    ['dashes', '- '],
    ['question marks', '? '],
  ])('of %s: one diagnostic, in bounded time', (_, opening) => {
    const before = performance.now();
    const { diagnostics } = readText(opening.repeat(500_000));
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(diagnostics.map(({ code }) => code)).toEqual(['TOPO017']);
  });

  it('allows a hundred levels', () => {
    const { diagnostics } = readText(`${'['.repeat(100)}${']'.repeat(100)}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['TOPO002']);
  });
});
