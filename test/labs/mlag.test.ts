import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FailureRun } from '../../src/lab/fail/failure-run.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

const topology = join(import.meta.dirname, 'fixtures', 'mlag.yaml');
const scenarios = [
  'switch r1-leaf1: power off',
  'nic near eth0 - r1-leaf1 swp1: down at near',
  'peer link r1-leaf1 - r1-leaf2: down',
];

describeWith(
  { ...labNeeds, programs: [...labNeeds.programs, 'linux.uml', 'modprobe', 'ifup', 'nft'] },
  'an MLAG pair',
  () => {
    const heddle = useHeddle();
    let runtime = '';
    beforeAll(() => {
      runtime = mkdtempSync(join(existsSync('/run') ? '/run' : tmpdir(), 'heddle-mlag-'));
      process.env['XDG_RUNTIME_DIR'] = runtime;
    });
    afterAll(async () => {
      await lab('down');
      rmSync(runtime, { recursive: true, force: true });
      delete process.env['XDG_RUNTIME_DIR'];
    });

    const lab = (command: string, ...args: string[]) => heddle.start(['lab', command, topology, ...args]).ended;

    it('is one LACP system to a server', async () => {
      const started = await lab('up', '--backend', 'uml');
      expect(started.status, started.stderr).toBe(0);
      const { stdout } = await lab('exec', 'near', '--', 'cat', '/proc/net/bonding/bond0');
      const [head = '', ...members] = stdout.split(/^Slave Interface: /m);
      expect(head).toMatch(/Partner Mac Address: 02:00:5e:01:00:02/);
      const groups = members.map((one) => /^Aggregator ID: (\d+)$/m.exec(one)?.[1]);
      expect(groups).toHaveLength(2);
      expect(new Set(groups).size, stdout).toBe(1);
    }, 600_000);

    it('survives the loss of a member, of a switch, and of the peer link', async () => {
      const { status, stdout, stderr } = await lab('fail', '--format', 'json', ...scenarios);
      const run = JSON.parse(stdout || '{}') as FailureRun;
      expect(status, `${stderr}${stdout}`).toBe(0);
      expect(run.failures.map(({ scenario }) => scenario)).toEqual(scenarios);
      for (const { scenario, loss, recoveryLoss, findings } of run.failures)
        expect({ scenario, findings, cut: [loss.cut, recoveryLoss.cut] }).toEqual({
          scenario,
          findings: [],
          cut: [0, 0],
        });
    }, 900_000);
  },
);
