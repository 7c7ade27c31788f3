import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf, sampleScenarios } from '../../../src/lab/compare/failure-group.ts';
import { strandedServers } from '../../../src/lab/compare/stranded.ts';
import { scenariosOf } from '../../../src/lab/fail/scenarios.ts';
import { type LabPlan, prepareLab } from '../../../src/lab/network/prepare-lab.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import { tally } from '../../../src/cli/tally.ts';

const racks = { racks: ['z1r1', 'z2r1'], serversPerRack: 1 };
const file = join(import.meta.dirname, '..', '..', '..', 'topologies', 'swift-5zone.yaml');

function compiled(design: string): LabPlan {
  const { fabric, plan, devices } = compile(file, { design, environment: {}, redact: true });
  return prepareLab(fabric!, plan!, devices, racks, 'native');
}

const labs = { 'l3-ospf-ibgp': compiled('l3-ospf-ibgp'), mlag: compiled('mlag') };

function stranded(design: keyof typeof labs, name: string): number {
  const lab = labs[design];
  return strandedServers(
    scenariosOf(lab).find((one) => one.name === name)!,
    lab.running,
  );
}

function groupsOf(design: keyof typeof labs, most = Infinity) {
  const lab = labs[design];
  const chosen = sampleScenarios(scenariosOf(lab), lab.running, most);
  return tally(chosen.map((one) => `${one.kind} ${placeOf(one, lab.running)}`));
}

describe('failures of a fabric', () => {
  it('are at the same places in both designs, but for the pairs of MLAG', () => {
    const routed = [...groupsOf('l3-ospf-ibgp').keys()];
    const bridged = [...groupsOf('mlag').keys()];
    expect(routed).toEqual([
      'link uplink',
      'silent uplink',
      'power leaf',
      'power core',
      'hang leaf',
      'hang core',
      'daemons leaf',
      'daemons core',
      'nic server',
    ]);
    expect(bridged.filter((group) => !routed.includes(group))).toEqual(['link pair', 'silent pair', 'peer-link pair']);
    expect(routed.every((group) => bridged.includes(group))).toBe(true);
  });

  it('are as many as there are, or some of each group from all over it', () => {
    const all = groupsOf('l3-ospf-ibgp');
    expect(all.get('power core')).toBe(4);
    expect(all.get('power leaf')).toBe(2);
    expect(new Set(groupsOf('l3-ospf-ibgp', 2).values())).toEqual(new Set([2]));
    const lab = labs['l3-ospf-ibgp'];
    const sampled = sampleScenarios(scenariosOf(lab), lab.running, 2);
    expect(new Set(sampled.map(({ name }) => name)).size).toBe(sampled.length);
    expect(sampled.filter(({ kind }) => kind === 'power').map(({ name }) => name)).toEqual([
      'switch z1r1-leaf1: power off',
      'switch z2r1-leaf1: power off',
      'switch spine1: power off',
      'switch spine3: power off',
    ]);
  });

  it('leave servers without a cable where the rack has one leaf only', () => {
    expect(stranded('l3-ospf-ibgp', 'switch z1r1-leaf1: power off')).toBe(1);
    expect(stranded('l3-ospf-ibgp', 'switch z1r1-leaf1: hang')).toBe(1);
    expect(stranded('l3-ospf-ibgp', 'switch z1r1-leaf1: daemons killed')).toBe(0);
    expect(stranded('l3-ospf-ibgp', 'switch spine1: power off')).toBe(0);
    expect(stranded('mlag', 'switch z1r1-leaf1: power off')).toBe(0);
  });
});
