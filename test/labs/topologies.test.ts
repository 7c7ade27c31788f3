import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabReport } from '../../src/lab/test/test-lab.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { type Verdict, describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

/** What a lab is to compare, at least: one that compares nothing passes as well. */
type Counts = Pick<LabReport, 'routers' | 'adjacencies' | 'sessions' | 'routes' | 'pairs' | 'outside'>;

interface Run {
  readonly topology: string;
  readonly design: 'l3-ospf-ibgp' | 'l3-ebgp';
  /** Which part of a large one. */
  readonly cut: readonly string[];
  readonly counts: Counts;
}

/** A line of the table below. */
function runOf(
  topology: string,
  design: Run['design'],
  cut: string,
  [routers, adjacencies, sessions, routes, pairs, outside = 0]: readonly number[],
): Run {
  const counts = { routers, adjacencies, sessions, routes, pairs, outside } as Counts;
  return { topology, design, cut: cut.split(' ').filter(Boolean), counts };
}

const zones = ['z1', 'z2', 'z3', 'z4', 'z5'].flatMap((zone) => [`${zone}r1`, `${zone}r2`]).join(',');

/** Every committed topology that FRR can run in plain namespaces; those with VRFs or MLAG need a kernel with more. */
const runs: readonly Run[] = [
  runOf('swift-5zone', 'l3-ospf-ibgp', `--racks ${zones} --servers-per-rack 2`, [14, 80, 80, 1052, 360]),
  runOf('swift-5zone', 'l3-ebgp', `--racks ${zones} --servers-per-rack 2`, [14, 0, 80, 560, 360]),
  runOf('five-stage', 'l3-ospf-ibgp', '--racks p1a1,p1b1,p2a1,p2b1 --servers-per-rack 1', [20, 64, 64, 1108, 24]),
  runOf('routed-hosts', 'l3-ebgp', '', [18, 0, 140, 304, 180]),
  runOf('dual-leaf', 'l3-ospf-ibgp', '--servers-per-rack 2', [8, 30, 24, 182, 60]),
  runOf('mixed-vendor', 'l3-ospf-ibgp', '--servers-per-rack 1', [8, 24, 24, 212, 60]),
  runOf('border', 'l3-ebgp', '', [6, 0, 36, 104, 36, 8]),
  runOf('border', 'l3-ospf-ibgp', '', [6, 32, 36, 172, 36, 8]),
  runOf('dual-stack', 'l3-ospf-ibgp', '', [5, 24, 24, 100, 60]),
  runOf('ebgp-unnumbered', 'l3-ebgp', '', [6, 0, 16, 48, 56]),
  runOf('two-rack', 'l3-ebgp', '', [4, 0, 8, 16, 12]),
];

/** At how many labs is worked at the same time: most of it is waiting for protocols. */
const atOnce = 2;

describeWith(labNeeds, 'heddle lab test', () => {
  const heddle = useHeddle();
  const folder = join(import.meta.dirname, '..', '..', 'topologies');
  const verdicts = new Map<Run, Promise<Verdict>>();
  let runtime = '';
  const test = ({ topology, design, cut }: Run): Promise<Verdict> => {
    const words = [join(folder, `${topology}.yaml`), '--design', design, ...cut, '--redact', '--format', 'json'];
    return heddle.start(['lab', 'test', ...words]).ended;
  };
  beforeAll(() => {
    runtime = mkdtempSync(join(tmpdir(), 'heddle-live-'));
    process.env['XDG_RUNTIME_DIR'] = runtime;
    for (const [index, run] of runs.entries()) {
      const before = runs[index - atOnce];
      verdicts.set(
        run,
        Promise.resolve(before && verdicts.get(before)).then(() => test(run)),
      );
    }
  });
  afterAll(() => {
    rmSync(runtime, { recursive: true, force: true });
    delete process.env['XDG_RUNTIME_DIR'];
  });

  it.each(runs.map((run) => [run.topology, run.design, run] as const))(
    '%s by %s does what is predicted',
    async (_topology, _design, run) => {
      // Where it is asked again, it runs again.
      const { status, stdout, stderr } = await (verdicts.get(run) ?? test(run));
      verdicts.delete(run);
      expect(stdout, stderr).toMatch(/^\{/);
      const { findings, ...counts } = JSON.parse(stdout) as LabReport;
      expect(findings).toEqual([]);
      expect(counts).toMatchObject(run.counts);
      expect(status).toBe(0);
    },
    300_000,
  );

  it('is of every committed topology without VRFs and MLAG', () => {
    const elsewhere = ['mlag-leafs', 'tenants'];
    const committed = readdirSync(folder).flatMap((name) => /^(.*)\.yaml$/.exec(name)?.[1] ?? []);
    expect([...new Set(runs.map(({ topology }) => topology)), ...elsewhere].toSorted()).toEqual(committed.toSorted());
  });
});
