import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FailureRun } from '../../src/lab/fail/failure-run.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

const topology = join(import.meta.dirname, '..', '..', 'topologies', 'ebgp-unnumbered.yaml');
/** Two racks, one server in each: two leafs and two spines. */
const cut = ['--racks', 'rack1,rack2', '--servers-per-rack', '1'];
const link = 'link rack1-leaf1 swp9 - spine1 swp1';
const scenarios = [
  `${link}: down at spine1`,
  `${link}: silent both ways`,
  `${link}: silent from spine1 to rack1-leaf1`,
  'switch spine2: power off',
  'switch spine2: hang',
  'switch spine2: daemons killed',
];

describeWith({ ...labNeeds, programs: [...labNeeds.programs, 'nft'] }, 'heddle lab fail', () => {
  const heddle = useHeddle();
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-fail-'));
    process.env['XDG_RUNTIME_DIR'] = folder;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    delete process.env['XDG_RUNTIME_DIR'];
  });
  const fail = (...args: string[]) =>
    heddle.start(['lab', 'fail', topology, ...cut, '--format', 'json', ...args]).ended;

  let run: FailureRun;
  const of = (name: string) => run.failures.find(({ scenario }) => scenario === name)!.loss;

  it('leaves no flow cut, and the routes that are predicted, after failures of several kinds', async () => {
    const { status, stdout, stderr } = await fail(...scenarios);
    run = JSON.parse(stdout || '{}') as FailureRun;
    expect(status, stderr).toBe(0);
    expect(run.failures.map(({ scenario }) => scenario)).toEqual(scenarios);
    for (const { scenario, loss, recoveryLoss, findings } of run.failures)
      expect({ scenario, findings, cut: [loss.cut, recoveryLoss.cut] }).toEqual({
        scenario,
        findings: [],
        cut: [0, 0],
      });
    expect(run.rest).toEqual([]);
    expect(run).toMatchObject({ design: 'l3-ebgp', switches: 4, servers: 2, cut: { racks: ['rack1', 'rack2'] } });
  }, 180_000);

  it('counts the loss: a silent link loses packets until BFD notices, a switch without daemons none', () => {
    // Which flows are on a path, the kernel's hash decides: on some of both spines' there are some.
    expect(of(`${link}: silent both ways`).longest).toBeGreaterThanOrEqual(100);
    expect(of('switch spine2: hang').longest).toBeGreaterThanOrEqual(100);
    const killed = of('switch spine2: daemons killed');
    expect(killed.lostPackets - killed.overrun).toBeLessThanOrEqual(0);
  });

  it('compares with an earlier run', async () => {
    const file = join(folder, 'run.json');
    const earlier = run.failures.map((one) => ({ ...one, scenario: scenarios[3]! }));
    writeFileSync(file, JSON.stringify({ ...run, failures: earlier.slice(0, 1) }));
    const { status, stdout, stderr } = await fail(scenarios[3]!, '--baseline', file);
    const { comparison } = JSON.parse(stdout) as { comparison: unknown };
    expect(status, stderr).toBe(0);
    const before = run.failures[0]!.loss.longest;
    expect(comparison).toMatchObject({ failures: [{ name: scenarios[3], before }], newlyCut: [], apart: [] });
  }, 120_000);

  it('says what failures are called', async () => {
    const { status, stderr } = await fail('switch spin3');
    expect(status).toBe(2);
    expect(stderr).toContain('No failure is called switch spin3');
    expect(stderr).toMatch(/did you mean "|they are called "/);
  }, 60_000);
});
