import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { expansionSteps } from '../../../src/analysis/expansion/steps.ts';
import { lowerDevices } from '../../../src/designs/lower.ts';
import type { Device } from '../../../src/device/device.ts';
import { buildFabric } from '../../../src/fabric/build.ts';
import { designByName } from '../../../src/pipeline/registries.ts';
import { planFabric } from '../../../src/plan/plan-fabric.ts';
import type { Allocations, Plan } from '../../../src/plan/plan.ts';
import { readTopology } from '../../../src/topology/read.ts';
import { Simulation, tooFew } from './simulation.ts';

const folder = mkdtempSync(join(tmpdir(), 'heddle-claim-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Shape {
  readonly zones: number;
  readonly racks: number;
  readonly spines: number;
  readonly leafs: number;
  /** None: two tiers. */
  readonly pods?: number;
  /** Numbers of switches that are drained, and of links that are left out; those that there are not say nothing. */
  readonly maintenance: readonly { readonly rack: number; readonly number: number }[];
  readonly absent: readonly { readonly rack: number; readonly spine: number }[];
}

const leaf = (rack: number, number: number): string => `z1r${rack}-leaf${number}`;

function topologyText({ zones, racks, spines, leafs, pods = 0, maintenance, absent }: Shape): string {
  const drained = maintenance.flatMap(({ rack, number }) =>
    rack === 0
      ? number <= spines
        ? [`spine${number}`]
        : []
      : rack <= racks && number <= leafs
        ? [leaf(rack, number)]
        : [],
  );
  const missing = absent.filter(({ rack, spine }) => rack <= racks && spine <= spines);
  const ids = [...new Set(missing.map(({ rack, spine }) => `{ a: ${leaf(rack, 1)}, z: spine${spine}, absent: true }`))];
  return [
    'name: random',
    'fabric:',
    '  asn: 65000',
    ...(pods > 0
      ? [
          `  superspines: { count: ${spines * 2}, planes: ${spines}, platform: linux, os: frr, ports: [{ count: 64, speed: 100G }] }`,
        ]
      : []),
    `  spines: { count: ${spines}, platform: linux, os: frr, ports: [{ count: 64, speed: 100G }] }`,
    '  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 25G, use: access }, { count: 12, speed: 100G, use: uplink }] }',
    'addressing: { loopbacks: 10.255.0.0/20, p2pLinks: 10.254.0.0/16 }',
    'networks: { service: { vlan: 20, pool: 10.20.0.0/16 } }',
    `zones: ${zones}`,
    ...(pods > 0 ? [`pods: ${pods}`] : []),
    'racks:',
    `  - name: "${pods > 0 ? 'p{pod}' : ''}z{zone}r{1..${racks}}"`,
    `    leafs: ${leafs}`,
    '    servers:',
    '      - { name: "s-{rack}", role: node, nics: { count: 2, speed: 25G }, bond: active-backup, networks: [service] }',
    ...(drained.length > 0
      ? [`devices: { ${[...new Set(drained)].map((name) => `${name}: { maintenance: true }`).join(', ')} }`]
      : []),
    ...(ids.length > 0 ? ['links:', ...ids.map((id) => `  - ${id}`)] : []),
    '',
  ].join('\n');
}

function planned(shape: Shape, previous?: Allocations): { plan: Plan; devices: readonly Device[] } {
  const file = join(folder, 'random.yaml');
  writeFileSync(file, topologyText(shape));
  const { topology, diagnostics } = readTopology(file);
  expect(diagnostics).toEqual([]);
  const plan = planFabric(buildFabric(topology!, previous));
  expect([plan.fabric.defects, plan.defects]).toEqual([[], []]);
  return { plan, devices: lowerDevices(plan, designByName.get('l3-ospf-ibgp')!) };
}

const drainedIn = ({ fabric }: Plan): string[] =>
  fabric.switches.filter(({ maintenance }) => maintenance).map(({ name }) => name);

const shapes: fc.Arbitrary<Shape> = fc.record({
  zones: fc.integer({ min: 1, max: 3 }),
  racks: fc.integer({ min: 1, max: 3 }),
  spines: fc.integer({ min: 1, max: 5 }),
  leafs: fc.integer({ min: 1, max: 2 }),
  maintenance: fc.array(fc.record({ rack: fc.nat(3), number: fc.integer({ min: 1, max: 5 }) }), { maxLength: 2 }),
  absent: fc.array(fc.record({ rack: fc.integer({ min: 1, max: 3 }), spine: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 3,
  }),
});

/** Runs the steps from one shape to another, and holds each against the words of the claim. */
function judge(from: Shape, to: Shape): { broken: number; steps: number } {
  const before = planned(from);
  const after = planned(to, before.plan.allocations);
  const drained = drainedIn(before.plan);
  const steps = expansionSteps({ before: before.plan.allocations, ...after, drained: new Set(drained) });
  const simulation = new Simulation(before.plan, after.plan, drained);
  const whole = new Simulation(before.plan, after.plan, drained);
  for (const step of steps) whole.run(step);
  expect(whole.unfinished(drainedIn(after.plan))).toEqual([]);
  const [start, end] = [simulation.paths(), whole.paths()];
  const fresh = after.plan.fabric.switches.map(({ name }) => name).filter((name) => !before.plan.switches.has(name));
  const used = new Set<string>();
  let [previous, broken] = [start, 0];
  let wrong: string[] = [];
  for (const step of steps) {
    simulation.run(step);
    if (step.kind === 'undrain') for (const name of step.devices) used.add(name);
    const now = simulation.paths();
    const few = tooFew(start, end, previous, now);
    // A lone rack has no pair of racks to lose a path between.
    if (simulation.racks.length > 1)
      expect(step.holds, `${step.number} ${step.title}: ${few.join(' ')}`).toBe(few.length === 0);
    if (few.some((pair) => !wrong.includes(pair))) expect(step.warnings, step.title).not.toEqual([]);
    expect(simulation.doublePorts(), step.title).toEqual([]);
    const carriers = simulation.carriers();
    expect(
      fresh.filter((name) => carriers.has(name) && !used.has(name)),
      step.title,
    ).toEqual([]);
    if (few.length > 0) broken++;
    [previous, wrong] = [now, few];
  }
  return { broken, steps: steps.length };
}

describe('the steps of a change', () => {
  it('reach what the file asks for, and say of every step truly whether a rack loses more than one path', () => {
    const counts = { kept: 0, broken: 0 };
    fc.assert(
      fc.property(shapes, shapes, (from, to) => {
        const { broken, steps } = judge(from, to);
        if (broken > 0) counts.broken++;
        else if (steps > 0) counts.kept++;
      }),
      { numRuns: 100 },
    );
    // Both kinds of change were met.
    expect(counts.kept).toBeGreaterThan(0);
    expect(counts.broken).toBeGreaterThan(0);
  });

  it('keep the claim whenever a fabric of two spines or more only grows', () => {
    const plain = shapes.map((shape) => ({ ...shape, spines: Math.max(2, shape.spines), maintenance: [], absent: [] }));
    fc.assert(
      fc.property(plain, fc.nat(3), fc.nat(2), fc.nat(1), (from, spines, racks, zones) => {
        const to = { ...from, spines: from.spines + spines, racks: from.racks + racks, zones: from.zones + zones };
        expect(judge(from, to).broken).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('keep the claim whenever spines leave one at a time and others stay', () => {
    const plain = shapes.map((shape) => ({ ...shape, spines: Math.max(2, shape.spines), maintenance: [], absent: [] }));
    fc.assert(
      fc.property(plain, (from) => {
        expect(judge(from, { ...from, spines: from.spines - 1 }).broken).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('keep the claim in a fabric of three tiers whose pods come and go', () => {
    const size = fc.integer({ min: 1, max: 2 });
    const pods = fc.record({ zones: fc.constant(1), racks: size, spines: fc.constant(3), leafs: size, pods: size });
    fc.assert(
      fc.property(pods, fc.integer({ min: 1, max: 3 }), size, (shape, laterPods, laterRacks) => {
        const from = { ...shape, maintenance: [], absent: [] };
        expect(judge(from, { ...from, pods: laterPods, racks: laterRacks }).broken).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('are none where nothing changes', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(judge(shape, shape).steps).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});
