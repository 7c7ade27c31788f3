import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/analysis/expansion/step.ts';
import { printSteps } from '../../../src/analysis/expansion/print-steps.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { targetByName } from '../../../src/pipeline/registries.ts';
import { fabricOf, targetNames } from '../change/one-target.ts';
import { built as builtText, changeBetween, edited } from '../change/two-builds.ts';
import { expansionSteps } from '../../../src/analysis/expansion/steps.ts';
import { built, stepsBetween, topologyText } from './edited.ts';

const outline = (steps: readonly Step[]): string[] =>
  steps.map(({ kind, devices }) => `${kind} ${devices.join(' ')}`.trim());
const checks = (step: Step | undefined): string[] => (step?.checks ?? []).map(({ expect: show }) => show);
const holds = (steps: readonly Step[]): boolean => steps.every((step) => step.holds);

/** Steps as the command prints them: with the sessions that the change resets. */
function stepsOf(before: string, after: string): Step[] {
  const environment = { ONE: 'one-key', OTHER: 'other-key' };
  const first = builtText(before, undefined, environment);
  const { allocations } = first.plan;
  const { plan, devices } = builtText(after, allocations, environment);
  const { files, impact } = changeBetween(before, after, { environments: [environment, environment] });
  return expansionSteps({ before: allocations, plan, devices, files, resets: impact });
}

describe.each(['ebgp-unnumbered', 'border', 'tenants', 'routed-hosts'])('a spine more in %s', (name) => {
  const before = built(topologyText(name));
  const after = built(topologyText(name, ['spines: { count: 2', 'spines: { count: 3']), before.plan.allocations);
  const steps = stepsBetween(before, after);

  it('is made known to every switch below, and used last', () => {
    const below = after.plan.fabric.switches.flatMap((one) => (one.role === 'spine' ? [] : [one.name]));
    const configured = steps.filter(({ kind }) => kind === 'configure').flatMap(({ devices }) => devices);
    expect([...configured].sort()).toEqual([...below].sort());
    expect(outline(steps).slice(0, 2)).toEqual(['prepare spine3', 'cable spine3']);
    expect(outline(steps).slice(-3)).toEqual(['verify spine3', 'undrain spine3', 'verify']);
    expect(holds(steps)).toBe(true);
    expect(steps.at(-1)?.paths).toEqual({ before: 3, after: 3 });
  });

  it('speaks no OSPF', () => {
    const said = steps.flatMap((step) => [
      ...step.checks.map(({ command }) => command),
      ...step.snippets.flatMap(({ lines }) => lines),
    ]);
    expect(said.some((line) => /bgp/.test(line))).toBe(true);
    expect(said.filter((line) => /ospf/i.test(line))).toEqual([]);
  });
});

/** What a switch must show when it knows a third spine. */
const shownBy = (name: string, device: string) => {
  const before = built(topologyText(name));
  const after = built(topologyText(name, ['spines: { count: 2', 'spines: { count: 3']), before.plan.allocations);
  const steps = stepsBetween(before, after);
  return checks(steps.find(({ kind, devices }) => kind === 'configure' && devices.includes(device)));
};

describe('how many neighbours a switch must see', () => {
  it('counts sessions with upstreams, and with servers that route', () => {
    // Three spines and an upstream, for each family.
    expect(shownBy('border', 'border1')).toEqual([
      '3 ports with a switch, as in the cable plan',
      '4 neighbours',
      '4 neighbours',
    ]);
    // Three spines, the other leaf and four servers.
    expect(shownBy('routed-hosts', 'rack1-leaf1').slice(1, 3)).toEqual(['8 neighbours', '8 neighbours']);
    expect(shownBy('ebgp-unnumbered', 'rack1-leaf1').slice(1, 2)).toEqual(['3 neighbours']);
  });
});

describe('a border leaf', () => {
  const before = built(topologyText('border'));

  it('is drained as any other switch, and has paths of its own', () => {
    const text = `${topologyText('border')}\ndevices: { border1: { maintenance: true } }\n`;
    const steps = stepsBetween(before, built(text, before.plan.allocations));
    expect(outline(steps)).toEqual(['drain border1', 'verify']);
    expect(steps[0]?.holds).toBe(false);
    expect(steps[0]?.warnings.join()).toContain('border1 has no path left');
  });

  it('comes, drained, and is used when the spines know it', () => {
    const after = built(
      topologyText('border', ['<<: *leaf, count: 2', '<<: *leaf, count: 3']),
      before.plan.allocations,
    );
    const steps = stepsBetween(before, after);
    expect(outline(steps)).toEqual([
      'prepare border3',
      'cable border3',
      'configure spine1',
      'configure spine2',
      'verify border3',
      'undrain border3',
      'verify',
    ]);
    expect(holds(steps)).toBe(true);
  });

  it('carries nothing for others: spines that only it joins are not joined', () => {
    const text = `${topologyText('border')}\ndevices: { spine1: { maintenance: true } }\n`;
    const [drain] = stepsBetween(before, built(text, before.plan.allocations));
    expect(drain?.paths).toEqual({ before: 2, after: 1 });
  });
});

const mlag = (racks: number) =>
  `${topologyText('swift-5zone', ['r{1..4}', `r{1..${racks}}`]).replace(/^design: .*\n/m, '')}\ndesign: mlag\n`;

describe('design mlag', () => {
  const before = built(mlag(1));

  it('adds racks without draining anything: cores learn of them one at a time', () => {
    const steps = stepsBetween(before, built(mlag(2), before.plan.allocations));
    expect([...new Set(steps.map(({ kind }) => kind))]).toEqual(['prepare', 'cable', 'configure', 'verify']);
    expect(outline(steps).filter((line) => line.startsWith('configure'))).toEqual([
      'configure spine1',
      'configure spine2',
    ]);
    expect(holds(steps)).toBe(true);
    const text = printSteps(steps, { format: 'text', paint: paintWith(false) });
    expect(text).not.toMatch(/drain|ospf|bgp|route/i);
    expect(steps[0]?.actions.join(' ')).toContain('until their cables are plugged in');
    expect(steps.at(-1)?.paths).toEqual({ before: 2, after: 2 });
  });

  it('takes racks out the same way', () => {
    const two = built(mlag(2));
    const steps = stepsBetween(two, built(mlag(1), two.plan.allocations));
    expect([...new Set(steps.map(({ kind }) => kind))]).toEqual(['configure', 'uncable', 'remove', 'verify']);
    expect(holds(steps)).toBe(true);
  });

  it('has no order for a core out of service, and says none', () => {
    const text = `${mlag(1)}devices: { spine1: { maintenance: true } }\n`;
    expect(stepsBetween(before, built(text, before.plan.allocations))).toEqual([]);
  });
});

const fabric = (more: Partial<Parameters<typeof fabricOf>[0]>) => fabricOf({ os: 'frr', design: 'l3-ebgp', ...more });
const routing = (name: string) =>
  `routing: { ospf: { authentication: { key: env:${name}, algorithm: md5 } }, bgp: { authentication: { key: env:${name} } } }\n`;

describe('a setting on which both ends of a link must agree', () => {
  it('takes a path with each spine that has its new config first, and the steps say so', () => {
    const steps = stepsOf(fabric({}), fabric({ asn: 64999 }));
    const configured = steps.filter(({ kind }) => kind === 'configure');
    expect(configured.map(({ paths }) => paths?.after).slice(0, 2)).toEqual([1, 0]);
    expect(configured[0]?.warnings.join()).toContain('left with one path');
    expect(configured[1]?.warnings.join()).toContain('until both ends of a link have the new config');
    expect(configured[0]?.actions.join(' ')).toContain('2 sessions of it start anew');
    expect(steps.at(-1)?.paths?.after).toBe(2);
  });

  it('is none where the ends need not agree', () => {
    const steps = stepsOf(fabric({}), fabric({ mtu: 9000 }));
    expect(holds(steps)).toBe(true);
    expect(steps[0]?.actions.join(' ')).toContain('start anew');
  });

  it('is the key of OSPF, and of BGP', () => {
    const steps = stepsOf(
      fabric({ design: 'l3-ospf-ibgp', more: routing('ONE') }),
      fabric({ design: 'l3-ospf-ibgp', more: routing('OTHER') }),
    );
    expect(holds(steps)).toBe(false);
    expect(JSON.stringify(steps)).not.toMatch(/one-key|other-key/);
  });
});

describe.each(targetNames)('a spine of %s', (os) => {
  const drained = 'devices: { spine1: { maintenance: true } }\n';

  it.each(['l3-ospf-ibgp', 'l3-ebgp'] as const)('is drained, and used again, in %s', (design) => {
    const [used, out] = [fabricOf({ os, design }), fabricOf({ os, design, more: drained })];
    const [drain, ...rest] = stepsOf(used, out);
    expect(drain).toMatchObject({ kind: 'drain', devices: ['spine1'], paths: { before: 2, after: 1 } });
    expect(drain?.snippets.flatMap(({ lines }) => lines).length).toBeGreaterThan(0);
    expect(drain?.checks.length).toBeGreaterThan(0);
    expect(outline(rest)).toEqual(['verify']);
    expect(outline(stepsOf(out, used))).toEqual(['undrain spine1', 'verify']);
    expect(stepsOf(out, out)).toEqual([]);
  });

  it.runIf(targetByName.get(os)!.capabilities.features.includes('mlag'))('is not, where links are bridged', () => {
    const text = fabricOf({ os, design: 'mlag' });
    const steps = stepsOf(text, edited(text, 'r{1..2}', 'r{1..3}'));
    expect(steps.filter(({ kind }) => kind === 'drain' || kind === 'undrain')).toEqual([]);
    expect(holds(steps)).toBe(true);
    expect(steps.length).toBeGreaterThan(4);
  });
});
