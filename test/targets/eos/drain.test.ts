import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { after, childLines, find, parseConfig } from './config-tree.ts';
import { devices } from './fixtures.ts';
import { carries, group, neighbor, permit, render } from './parts.ts';
import { readMeaning } from './read-meaning.ts';

/** Lines that a config has and another has not. */
function added(before: SwitchDevice, now: SwitchDevice): string[] {
  const known = new Set(render(before).split('\n'));
  return render(now)
    .split('\n')
    .filter((line) => !known.has(line));
}

const leaf = devices['leaf']!;
const spine = devices['spine']!;

describe('EOS maintenance', () => {
  it('marks what a leaf announces, and sends transit elsewhere', () => {
    const drained = devices['maintenance-leaf']!;
    expect(added(leaf, drained)).toEqual(['   set community GSHUT additive', '   max-metric router-lsa']);
    expect(readMeaning(render(drained)).policies.filter(({ add }) => add.includes('GSHUT'))).toMatchObject([
      { policy: 'TO-SPINES', sequence: 10 },
    ]);
  });

  it('gives a reflector, which filters nothing that it announces, a policy that marks it', () => {
    const drained = readMeaning(render(devices['maintenance-spine']!));
    expect(drained.policies.at(-1)).toEqual({ policy: 'DRAINED', sequence: 10, action: 'permit', add: ['GSHUT'] });
    expect(drained.bgp!.sessions['LEAFS']!.export).toBe('DRAINED');
    expect(drained.ospf!.maxMetric).toBe('max-metric router-lsa');
  });

  it('leaves what is received, what is denied, and what is marked already', () => {
    const steps = [
      { sequence: 5, action: 'deny', addCommunities: [], continue: false } as const,
      permit(10, { addCommunities: ['65535:0'] }),
      permit(20, { addCommunities: ['65000:1'] }),
    ];
    const policies = {
      ...leaf.policies,
      policies: [{ name: 'OUT', family: 4 as const, steps }, ...leaf.policies.policies],
    };
    const bgp = {
      ...leaf.bgp!,
      groups: [group('SPINES', { families: [carries(4, { importPolicy: 'FROM-FABRIC', exportPolicy: 'TO-SPINES' })] })],
      neighbors: [neighbor('10.255.0.1', 'SPINES', { families: [carries(4, { exportPolicy: 'OUT' })] })],
    };
    const drained = readMeaning(render({ ...leaf, policies, bgp, maintenance: true })).policies;
    expect(drained.map(({ policy, sequence, add }) => [policy, sequence, add])).toEqual([
      ['OUT', 5, []],
      ['OUT', 10, ['GSHUT']],
      ['OUT', 20, ['65000:1', 'GSHUT']],
      ['FROM-FABRIC', 10, []],
      ['FROM-FABRIC', 20, []],
      ['TO-SPINES', 10, ['GSHUT']],
    ]);
  });

  it('drains a switch without BGP by OSPF alone', () => {
    const { bgp: _, ...withoutBgp } = spine;
    expect(added(withoutBgp, { ...withoutBgp, maintenance: true })).toEqual(['   max-metric router-lsa']);
    const ospf = find(parseConfig(render(withoutBgp)), 'router ospf');
    expect(after('max-metric router-lsa', childLines(ospf))).toEqual(['on-startup 60']);
  });
});
