import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlatform, parseSpeed, platformIds, type Fact, type Platform } from '../../src/platforms/index.ts';

const models = join(import.meta.dirname, '../../src/platforms/models');

/** Written as a record so that the compiler asks for a new fact here too. */
const facts = Object.keys({
  asic: true,
  rackUnits: true,
  weightKg: true,
  ports: true,
  ecmpWidth: true,
  lagWidth: true,
  logicalPorts: true,
  bufferBytes: true,
  power: true,
} satisfies Record<Fact, true>) as readonly Fact[];

function platform(id: string): Platform {
  const found = findPlatform(id);
  if (!found) throw new Error(`${id} is not there`);
  return found;
}

/** What a model says: absent facts and an empty front panel say nothing. */
function said(one: Platform): readonly Fact[] {
  return facts.filter((fact) => one[fact] !== undefined && !(fact === 'ports' && one.ports.length === 0));
}

describe('platforms', () => {
  it('are found by id, and nothing is found by another name', () => {
    expect(platform('arista-7050sx3-48yc8').model).toBe('DCS-7050SX3-48YC8');
    expect(findPlatform('arista-7050SX3-48YC8')).toBeUndefined();
    expect(findPlatform('')).toBeUndefined();
  });

  it('are one a file, under the id of the file', () => {
    const files = readdirSync(models).map((file) => basename(file, '.ts'));
    expect(platformIds).toEqual(files.sort());
    expect(new Set(platformIds).size).toBe(files.length);
  });

  it('are those that the documentation promises', () => {
    expect(platformIds).toEqual(
      expect.arrayContaining([
        'arista-7050cx3-32s',
        'arista-7050qx-32',
        'arista-7050sx3-48yc8',
        'arista-7060cx2-32s',
        'arista-7060x4-32x400',
        'arista-7260cx3-64',
        'celestica-ds4000',
        'celestica-ds5000',
        'cisco-n9k-93180yc-fx',
        'cisco-n9k-9336c-fx2',
        'dell-s5248f-on',
        'edgecore-as7326-56x',
        'edgecore-as7726-32x',
        'edgecore-as9726-32d',
        'juniper-qfx5120-48y',
        'juniper-qfx5200-32c',
        'linux',
        'nvidia-sn2410',
        'nvidia-sn2700',
        'nvidia-sn3700',
        'nvidia-sn4600',
      ]),
    );
  });

  it('leave the ports of a generic Linux switch to the user', () => {
    expect(platform('linux')).toMatchObject({ ports: [], sources: {}, tiers: ['leaf', 'spine', 'superspine'] });
  });

  it('read speeds as the schema spells them', () => {
    expect(parseSpeed('25G')).toBe(25);
  });

  it('know every fact: none is in the type but not in the list', () => {
    const known = new Set<string>([...facts, 'id', 'vendor', 'model', 'tiers', 'tables', 'sources']);
    for (const id of platformIds) for (const key of Object.keys(platform(id))) expect(known).toContain(key);
  });
});

describe.each(platformIds.map((id) => [id, platform(id)] as const))('%s', (id, one) => {
  it('names vendor, model and tiers', () => {
    expect(one.id).toBe(id);
    expect(id.startsWith(one.vendor.toLowerCase())).toBe(true);
    expect(one.model).not.toBe('');
    expect(new Set(one.tiers).size).toBe(one.tiers.length);
    expect(one.tiers.length).toBeGreaterThan(0);
  });

  it('gives the source of every fact, and of no other', () => {
    expect(Object.keys(one.sources).sort()).toEqual([...said(one)].sort());
    for (const source of Object.values(one.sources)) expect(source).toMatch(/[/.]|list|data sheet/);
  });

  it('has figures that make sense', () => {
    for (const fact of ['rackUnits', 'weightKg', 'ecmpWidth', 'lagWidth', 'logicalPorts', 'bufferBytes'] as const) {
      const value = one[fact];
      if (value !== undefined) expect(value, fact).toBeGreaterThan(0);
    }
    const { typical, maximum, supply } = one.power ?? {};
    if (one.power) expect(Object.keys(one.power)).not.toEqual([]);
    if (typical !== undefined && maximum !== undefined) expect(typical).toBeLessThan(maximum);
    for (const watts of [typical, maximum, supply]) if (watts !== undefined) expect(watts).toBeGreaterThan(0);
  });

  it('numbers its ports without gap or overlap', () => {
    let next = one.ports[0]?.first;
    for (const run of one.ports) {
      expect(run.first).toBe(next);
      expect(run.last).toBeGreaterThanOrEqual(run.first);
      next = run.last + 1;
    }
    if (one.ports.length > 0) expect([0, 1]).toContain(one.ports[0]?.first);
  });

  it('gives each port the speeds of its connector, highest first', () => {
    const fastest = {
      rj45: 10,
      'sfp+': 10,
      sfp28: 25,
      'qsfp+': 40,
      qsfp28: 100,
      qsfp56: 200,
      'qsfp-dd': 400,
      osfp: 800,
    } as const;
    for (const run of one.ports) {
      expect(run.speeds).toEqual([...new Set(run.speeds)].sort((a, b) => b - a));
      expect(run.speeds[0]).toBeLessThanOrEqual(fastest[run.connector]);
      expect(run.lanes === 1).toBe(run.connector.startsWith('sfp') || run.connector === 'rj45');
    }
  });

  it('splits ports into no more than they have, and one way for a speed', () => {
    for (const { breakouts, lanes, speeds } of one.ports) {
      expect(new Set(breakouts.map((mode) => mode.speed)).size).toBe(breakouts.length);
      for (const { channels, speed } of breakouts) {
        expect(channels).toBeGreaterThan(1);
        expect(channels).toBeLessThanOrEqual(lanes);
        expect(channels * speed).toBeLessThanOrEqual(speeds[0] ?? 0);
      }
    }
  });

  it('can split all its ports at once', () => {
    const channels = one.ports.reduce(
      (sum, run) => sum + (run.last - run.first + 1) * Math.max(1, ...run.breakouts.map((mode) => mode.channels)),
      0,
    );
    if (one.logicalPorts !== undefined) expect(channels).toBeLessThanOrEqual(one.logicalPorts);
  });

  it('has whole speed groups', () => {
    for (const { first, last, speedGroup } of one.ports) {
      if (speedGroup !== undefined) expect((last - first + 1) % speedGroup).toBe(0);
    }
  });

  it('has table profiles with names of their own, sizes and sources', () => {
    const profiles = one.tables ?? [];
    expect(new Set(profiles.map(({ nos, name }) => `${nos} ${name}`)).size).toBe(profiles.length);
    for (const { name, nos, source, shared, ...sizes } of profiles) {
      expect(name).not.toBe('');
      expect(nos).not.toBe('');
      expect(source).toMatch(/\//);
      expect(Object.values(sizes).length).toBeGreaterThan(1);
      for (const entries of Object.values(sizes)) expect(entries).toBeGreaterThan(1000);
      for (const set of shared ?? []) for (const table of set) expect(sizes).toHaveProperty(table);
    }
  });
});
