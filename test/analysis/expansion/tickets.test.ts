import { describe, expect, it } from 'vitest';
import { printSteps } from '../../../src/analysis/expansion/print-steps.ts';
import type { Step } from '../../../src/analysis/expansion/step.ts';
import { expansionSteps } from '../../../src/analysis/expansion/steps.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { expectGolden } from '../../support/goldens.ts';
import { built, stepsBetween, topologyText } from './edited.ts';

const plain = paintWith(false);
const print = (steps: readonly Step[], format: 'text' | 'markdown' | 'json' = 'text'): string =>
  printSteps(steps, { format, paint: plain });

/** Room for more spines than the two that there are. */
const uplinks = ['{ count: 2, speed: 100G, use: uplink }', '{ count: 4, speed: 100G, use: uplink }'] as const;
const smallest = built(topologyText('two-rack', uplinks));
const spineAdded = built(topologyText('two-rack', uplinks, ['count: 2\n', 'count: 3\n']), smallest.plan.allocations);

const pairs = built(topologyText('dual-leaf'));
const leafDrained = built(
  `${topologyText('dual-leaf')}\ndevices:\n  rack1-leaf1: { maintenance: true }\n`,
  pairs.plan.allocations,
);

const swift = built(topologyText('swift-5zone'));
/** Steps of an edit of the flagship topology, without an output to compare with. */
function swiftSteps(...edits: readonly (readonly [string, string])[]): Step[] {
  const { plan, devices } = built(topologyText('swift-5zone', ...edits), swift.plan.allocations);
  return expansionSteps({ before: swift.plan.allocations, plan, devices });
}
const inMaintenance = (device: string): readonly [string, string] => [
  '\nsystem:',
  `\ndevices:\n  ${device}: { maintenance: true }\n\nsystem:`,
];
const outline = (steps: readonly Step[]): string[] => steps.map(({ kind, devices }) => `${kind} ${devices.length}`);
const checked = (step: Step | undefined): string[] =>
  (step?.checks ?? []).map(({ devices, command, expect: show }) => `${devices.length}: ${command}: ${show}`);

describe('a change ticket', () => {
  it('adds a spine to the smallest fabric', () => {
    expectGolden('expansion/two-rack-third-spine.txt', print(stepsBetween(smallest, spineAdded)));
  });

  it('takes it out again', () => {
    const again = built(topologyText('two-rack', uplinks), spineAdded.plan.allocations);
    expectGolden('expansion/two-rack-spine-out.txt', print(stepsBetween(spineAdded, again)));
  });

  it('drains one of two leafs, and takes it into service again', () => {
    expectGolden('expansion/dual-leaf-drain.md', print(stepsBetween(pairs, leafDrained), 'markdown'));
    const back = built(topologyText('dual-leaf'), leafDrained.plan.allocations);
    expect(outline(stepsBetween(leafDrained, back))).toEqual(['undrain 1', 'verify 0']);
  });

  it('is empty for what is drained already, and for a file that stays as it is', () => {
    expect(stepsBetween(leafDrained, leafDrained)).toEqual([]);
    expect(print([])).toContain('Nothing to do');
  });

  it('is data for programs', () => {
    const steps = stepsBetween(smallest, spineAdded);
    expect(JSON.parse(print(steps, 'json'))).toEqual({ steps });
  });
});

describe('the fifth spine of swift-5zone', () => {
  const steps = swiftSteps(['spines: { count: 4', 'spines: { count: 5']);

  it('is cabled out of service, then known to one leaf, to a zone at a time, and used last', () => {
    expect(outline(steps)).toEqual([
      'prepare 1',
      'cable 1',
      'configure 1',
      'configure 3',
      ...Array.from({ length: 4 }, () => 'configure 4'),
      'verify 1',
      'undrain 1',
      'verify 0',
    ]);
    expect(steps[1]?.cables).toHaveLength(20);
    expect(steps[1]?.cables[0]).toEqual({
      id: 'z1r1-leaf1--spine5#1',
      a: { device: 'z1r1-leaf1', port: 'Ethernet53/1' },
      z: { device: 'spine5', port: 'Ethernet1/1' },
    });
  });

  it('takes no path from any rack', () => {
    expect(steps.every(({ holds, warnings }) => holds && warnings.length === 0)).toBe(true);
    expect(steps.map(({ paths }) => paths?.after)).toEqual([...Array.from({ length: 9 }, () => 4), 5, 5]);
  });

  it('says how many neighbours must be seen', () => {
    expect(checked(steps.find(({ kind }) => kind === 'verify'))).toEqual([
      '1: show lldp neighbors: 20 ports with a switch, as in the cable plan',
      '1: show ip ospf neighbor: 20 neighbours FULL',
      '1: show ip bgp summary: 20 neighbours Estab',
    ]);
    expect(checked(steps.find(({ kind }) => kind === 'undrain'))).toEqual([
      '1: show ip route 10.255.5.7/32: 5 next hops',
    ]);
  });
});

describe('the order of other changes', () => {
  it('drains a spine to keep, one path fewer', () => {
    const steps = swiftSteps(inMaintenance('spine2'));
    expect(outline(steps)).toEqual(['drain 1', 'verify 0']);
    expect(steps[0]).toMatchObject({ holds: true, warnings: [], paths: { before: 4, after: 3 } });
    expect(checked(steps[0])).toContain('1: show ip route 10.255.5.7/32: 3 next hops');
  });

  it('warns where a rack has no other leaf', () => {
    const [drain, verify] = swiftSteps(inMaintenance('z1r1-leaf1'));
    expect(drain).toMatchObject({ kind: 'drain', holds: false, paths: { before: 4, after: 0 } });
    expect(drain?.warnings).toEqual([expect.stringContaining('Rack z1r1 has no path left in service')]);
    expect(drain?.actions.at(-1)).toContain('only leaf of its rack');
    expect(verify?.warnings).toEqual([]);
  });

  it('warns where one path is left', () => {
    const one = built(
      topologyText('two-rack').concat('\ndevices: { spine2: { maintenance: true } }\n'),
      smallest.plan.allocations,
    );
    const steps = expansionSteps({ before: built(topologyText('two-rack')).plan.allocations, ...one });
    expect(steps[0]).toMatchObject({ kind: 'drain', holds: true, paths: { before: 2, after: 1 } });
    expect(steps[0]?.warnings).toEqual([expect.stringContaining('Racks r1 and r2 are left with one path')]);
  });

  it('drains what leaves before anything forgets it, and unplugs it last', () => {
    const steps = swiftSteps(['spines: { count: 4', 'spines: { count: 3']);
    expect([...new Set(steps.map(({ kind }) => kind))]).toEqual(['drain', 'configure', 'uncable', 'remove', 'verify']);
    expect(steps[0]?.title).toBe('Drain spine4, to take out');
    expect(steps[0]?.snippets[0]?.lines).toContain('   max-metric router-lsa');
    expect(steps.at(-3)?.cables[0]?.z).toEqual({ device: 'spine4', port: 'Ethernet1/1' });
    expect(steps.every(({ holds }) => holds)).toBe(true);
  });

  it('configures the spines one at a time for new racks, and uses these at the end', () => {
    const steps = swiftSteps(['r{1..4}', 'r{1..5}']);
    expect(steps.filter(({ kind }) => kind === 'configure').map(({ devices }) => devices)).toEqual([
      ['spine1'],
      ['spine2'],
      ['spine3'],
      ['spine4'],
    ]);
    expect(steps.filter(({ kind }) => kind === 'cable')).toHaveLength(5);
    expect(steps.at(-2)?.kind).toBe('undrain');
    expect(steps.every(({ holds }) => holds)).toBe(true);
  });

  it('says so when two spines are replaced by two at once', () => {
    const text = topologyText('two-rack', [uplinks[0], uplinks[1].replace('4', '8')], ['count: 2\n', 'count: 4\n']);
    const four = built(text);
    const named = built(text.replace('platform: linux', 'name: "core{n}"\n    platform: linux'), four.plan.allocations);
    const steps = expansionSteps({ before: four.plan.allocations, ...named });
    expect(steps.some(({ holds }) => !holds)).toBe(true);
    expect(steps.flatMap(({ warnings }) => warnings).join()).toContain('smaller changes');
  });

  it('starts from nothing without steps: there is nobody to disturb', () => {
    expect(expansionSteps({ before: new Map(), ...swift })).toEqual([]);
  });
});
