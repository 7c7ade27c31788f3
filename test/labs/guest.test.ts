import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabRecord } from '../../src/lab/host/lab-record.ts';
import type { LabReport } from '../../src/lab/test/test-lab.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { gone, linkOf, machine } from '../support/lab-remains.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

const topology = join(import.meta.dirname, '..', '..', 'topologies', 'two-rack.yaml');

describeWith(
  { ...labNeeds, programs: [...labNeeds.programs, 'linux.uml', 'modprobe'] },
  'heddle lab in a guest',
  () => {
    const heddle = useHeddle();
    let runtime = '';
    beforeAll(() => {
      // The guest has a /run of its own, and a kernel splits its command line at spaces.
      runtime = mkdtempSync(join(existsSync('/run') ? '/run' : tmpdir(), 'heddle guest '));
      process.env['XDG_RUNTIME_DIR'] = runtime;
    });
    afterAll(async () => {
      await lab('down', topology);
      rmSync(runtime, { recursive: true, force: true });
      delete process.env['XDG_RUNTIME_DIR'];
    });

    const lab = (...args: string[]) => heddle.start(['lab', ...args]).ended;
    const folders = (): string[] => {
      const folder = join(runtime, 'heddle-labs');
      return existsSync(folder) ? readdirSync(folder) : [];
    };

    /** Waits until a guest answers; gives the pid namespace around it. */
    async function bootedGuest(): Promise<string> {
      for (let waited = 0; waited < 60_000; waited += 50) {
        const [folder] = folders().map((name) => join(runtime, 'heddle-labs', name));
        if (folder !== undefined && existsSync(join(folder, 'up'))) {
          const { holder } = JSON.parse(readFileSync(join(folder, 'lab.json'), 'utf8')) as LabRecord;
          const namespace = linkOf(`/proc/${holder.pid}/ns/pid_for_children`);
          if (namespace !== undefined) return namespace;
        }
        await sleep(50);
      }
      throw new Error('no guest booted');
    }

    it('up starts one, in which the other commands run until down', async () => {
      const before = machine();
      const starting = lab('up', topology, '--backend', 'uml', '--racks', 'r1');
      const namespace = await bootedGuest();
      const started = await starting;
      expect(started.status, started.stderr).toBe(0);
      expect(started.stdout).toContain('runs: 5 devices.');

      const command = 'uname -r; cat /etc/hostname /proc/sys/kernel/hostname; echo wrong >&2; exit 3';
      const executed = await lab('exec', topology, 'spine1', '--', 'sh', '-c', command);
      expect(executed.stdout).not.toContain(readFileSync('/proc/sys/kernel/osrelease', 'utf8').trim());
      expect(executed.stdout).toMatch(/\nspine1\n$/);
      expect(executed.stderr).toBe('wrong\n');
      expect(executed.status).toBe(1);

      const tested = await lab('test', topology, '--format', 'json');
      const { findings, ...counts } = JSON.parse(tested.stdout) as LabReport;
      expect(findings).toEqual([]);
      expect(counts).toMatchObject({ routers: 3, adjacencies: 4, sessions: 4, pairs: 2 });
      expect(tested.status).toBe(0);

      expect(await lab('status', topology)).toMatchObject({ status: 0 });
      const elsewhere = await lab('test', topology, '--backend', 'namespaces');
      expect(elsewhere.stderr).toContain('runs in a guest');
      expect(await lab('down', topology)).toMatchObject({ status: 0 });
      expect(await gone(namespace)).toBe(true);
      expect(folders()).toEqual([]);
      expect(machine()).toEqual(before);
    }, 300_000);

    it('ends with the command that is killed', async () => {
      const before = machine();
      const { child, ended } = heddle.start(['lab', 'test', topology, '--backend', 'uml']);
      const namespace = await bootedGuest();
      child.kill('SIGKILL');
      await ended;
      expect(await gone(namespace)).toBe(true);
      const { stderr } = await lab('down', topology);
      expect(stderr).toContain('Removed what was left of the lab two-rack-');
      expect(folders()).toEqual([]);
      expect(machine()).toEqual(before);
    }, 90_000);

    it('ends with the command that is interrupted', async () => {
      const { child, ended } = heddle.start(['lab', 'up', topology, '--backend', 'uml']);
      const namespace = await bootedGuest();
      child.kill('SIGINT');
      expect(await ended).toMatchObject({ status: 130 });
      expect(await gone(namespace)).toBe(true);
      expect(folders()).toEqual([]);
    }, 90_000);
  },
);
