import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabRecord } from '../../src/lab/host/lab-record.ts';
import type { LabReport } from '../../src/lab/test/test-lab.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { gone, linkOf, machine, nameOf, processesIn } from '../support/lab-remains.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

const topology = join(import.meta.dirname, '..', '..', 'topologies', 'two-rack.yaml');

describeWith(labNeeds, 'heddle lab', () => {
  const heddle = useHeddle();
  let runtime = '';
  beforeAll(() => {
    runtime = mkdtempSync(join(tmpdir(), 'heddle-lab-'));
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

  /** Waits until a lab's daemons run; gives its pid namespace. */
  async function startedLab(): Promise<string> {
    for (let waited = 0; waited < 30_000; waited += 50) {
      const [name] = folders().filter((one) => !one.startsWith('.'));
      if (name !== undefined) {
        const { holder } = JSON.parse(
          readFileSync(join(runtime, 'heddle-labs', name, 'lab.json'), 'utf8'),
        ) as LabRecord;
        const namespace = linkOf(`/proc/${holder.pid}/ns/pid_for_children`);
        if (namespace !== undefined && namespace !== linkOf('/proc/self/ns/pid')) {
          const names = processesIn(namespace).map(nameOf);
          if (names.includes('bgpd')) return namespace;
        }
      }
      await sleep(50);
    }
    throw new Error('no lab started');
  }

  it('test of a committed topology passes and leaves nothing behind', async () => {
    const before = machine();
    const testing = lab('test', topology, '--format', 'json');
    const namespace = await startedLab();
    const { status, stdout, stderr } = await testing;
    const { findings, ...counts } = JSON.parse(stdout) as LabReport;
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ routers: 4, adjacencies: 8, sessions: 8, routes: 26, pairs: 12 });
    expect(status, stderr).toBe(0);
    expect(await gone(namespace)).toBe(true);
    expect(folders()).toEqual([]);
    expect(machine()).toEqual(before);
  }, 90_000);

  it('test that is killed takes all processes of its lab along', async () => {
    const before = machine();
    const { child, ended } = heddle.start(['lab', 'test', topology]);
    const namespace = await startedLab();
    child.kill('SIGKILL');
    await ended;
    expect(await gone(namespace)).toBe(true);
    expect(machine()).toEqual(before);
    const { stdout, stderr } = await lab('down', topology);
    expect(stderr).toContain('Removed what was left of the lab two-rack-');
    expect(stdout).toContain('No lab of');
    expect(folders()).toEqual([]);
  }, 60_000);

  it('up that is killed half-way is removed by the next down', async () => {
    const { child, ended } = heddle.start(['lab', 'up', topology]);
    const namespace = await startedLab();
    child.kill('SIGKILL');
    await ended;
    await lab('down', topology);
    expect(await gone(namespace)).toBe(true);
    expect(folders()).toEqual([]);
  }, 60_000);

  it('finds a wrong area and a wrong MTU, each with device and interface', async () => {
    expect(await lab('up', topology)).toMatchObject({ status: 0 });
    const area = ['no ip ospf area', 'ip ospf area 0.0.0.1'];
    const commands = ['configure', 'interface swp5', ...area].flatMap((command) => ['-c', command]);
    expect(await lab('exec', topology, 'r1-leaf1', '--', 'vtysh', ...commands)).toMatchObject({ status: 0 });
    const shrink = ['ip', 'link', 'set', 'dev', 'swp2', 'mtu', '1400'];
    expect(await lab('exec', topology, 'spine2', '--', ...shrink)).toMatchObject({ status: 0 });
    // Spanning tree takes 8 s until the gateways of the racks have a link.
    const { status, stdout } = await lab('test', topology, '--wait', '12', '--format', 'json');
    expect(status).toBe(1);
    const { findings } = JSON.parse(stdout) as LabReport;
    expect(findings.slice(0, 2).toSorted((a, z) => (a.device < z.device ? -1 : 1))).toEqual([
      { check: 'ospf', device: 'r1-leaf1', subject: 'swp5', predicted: 'area 0.0.0.0', found: 'area 0.0.0.1' },
      { check: 'interface', device: 'spine2', subject: 'swp2', predicted: 'MTU 9214', found: 'MTU 1400' },
    ]);
    expect(findings).toContainEqual({
      check: 'adjacency',
      device: 'spine1',
      subject: 'v2 swp1',
      predicted: 'Full',
      found: expect.not.stringMatching('Full') as string,
      cause: 'r1-leaf1 swp5 has area 0.0.0.1, planned area 0.0.0.0',
    });
    expect(await lab('status', topology)).toMatchObject({ status: 0 });
    expect(await lab('down', topology)).toMatchObject({ status: 0 });
    expect(await lab('status', topology)).toMatchObject({ status: 1 });
    expect(folders()).toEqual([]);
  }, 90_000);
});
