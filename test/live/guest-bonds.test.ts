import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LabReport } from '../../src/lab/test/test-lab.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';

const project = join(import.meta.dirname, '..', '..');
const programs = ['linux.uml', 'modprobe', 'ifup', 'netplan', 'NetworkManager'];
const servers = ['netplan', 'networkd', 'ifupdown2', 'networkmanager'];

/** Prints of each device, after its name, what its kernel says of all bonds. */
const bonds = ['r1-leaf1', ...servers]
  .map((name) => `echo "= ${name}"; nsenter --net=/run/netns/${name} sh -c 'cat /proc/net/bonding/*'`)
  .join('; ');

/** Of each bond, the groups that its members are in. */
function groupsOf(text: string): string[][] {
  return text.split(/^Ethernet Channel Bonding Driver/m).flatMap((bond) => {
    const [, ...members] = bond.split(/^Slave Interface: /m);
    return members.length === 0 ? [] : [members.map((one) => /^Aggregator ID: (\d+)$/m.exec(one)?.[1] ?? 'none')];
  });
}

/** The fabric with a template of its own, by which the switches' end of every bond has another LACP rate. */
function withSlowSwitch(folder: string): string {
  const file = join(folder, 'bonds.yaml');
  copyFileSync(join(import.meta.dirname, '..', 'labs', 'fixtures', 'bonds.yaml'), file);
  writeFileSync(file, 'templates: ./templates\n', { flag: 'a' });
  const stanza = readFileSync(join(project, 'templates', 'frr', 'lag.njk'), 'utf8');
  const slow = stanza.replace('bond-lacp-rate {{ lacpRate }}', 'bond-lacp-rate slow');
  expect(slow).not.toBe(stanza);
  mkdirSync(join(folder, 'templates', 'frr'), { recursive: true });
  writeFileSync(join(folder, 'templates', 'frr', 'lag.njk'), slow);
  return file;
}

/** Sets the rate of a bond of the leaf as it was planned, which the kernel lets nobody do while the bond is up. */
const mended = (bond: string): string =>
  `ip link set dev ${bond} down; ip link set dev ${bond} type bond lacp_rate fast; ip link set dev ${bond} up`;

describeWith(
  { ...labNeeds, programs: [...labNeeds.programs, ...programs] },
  'a lab whose kernel has bonds, VLANs and VRFs',
  () => {
    const heddle = useHeddle();
    let runtime = '';
    let topology = '';
    beforeAll(() => {
      runtime = mkdtempSync(join(existsSync('/run') ? '/run' : tmpdir(), 'heddle-native-'));
      process.env['XDG_RUNTIME_DIR'] = runtime;
      topology = withSlowSwitch(runtime);
    });
    afterAll(async () => {
      await lab('down');
      rmSync(runtime, { recursive: true, force: true });
      delete process.env['XDG_RUNTIME_DIR'];
    });

    const lab = (command: string, ...args: string[]) => heddle.start(['lab', command, topology, ...args]).ended;

    it('has LACP between a switch and servers of every format, set up by their own programs', async () => {
      const started = await lab('up', '--backend', 'uml');
      expect(started.status, started.stderr).toBe(0);
      expect(started.stderr).toMatch(
        /applied by the programs that read them: ifupdown2, netplan .*, systemd-networkd, NetworkManager/,
      );

      const { stdout } = await lab('exec', 'r1-leaf1', '--', 'sh', '-c', bonds);
      const [, ...devices] = stdout.split(/^= /m);
      expect(devices.map((text) => text.split('\n')[0])).toEqual(['r1-leaf1', ...servers]);
      const groups = devices.map(groupsOf);
      expect(groups.map(({ length }) => length)).toEqual([4, 1, 1, 1, 1]);
      for (const members of groups.flat()) {
        expect(members).toHaveLength(2);
        expect(members[0]).toMatch(/^\d+$/);
        expect(new Set(members).size, stdout).toBe(1);
      }
    }, 600_000);

    it('is told the LACP rate that a template gave the switch; the servers say what it makes of their bonds', async () => {
      const { status, stdout } = await lab('test', '--format', 'json');
      const { findings } = JSON.parse(stdout) as LabReport;
      const faults = findings.filter(({ check }) => check === 'bond');
      expect(faults).toHaveLength(4);
      for (const fault of faults)
        expect(fault).toMatchObject({ device: 'r1-leaf1', predicted: 'LACP rate fast', found: 'LACP rate slow' });
      expect(findings.slice(0, 4)).toEqual(faults);
      const followed = findings.slice(4);
      expect(followed.map(({ device }) => device).toSorted()).toEqual(servers.toSorted());
      for (const { check, found, cause } of followed) {
        expect([check, found]).toEqual(['lacp', 'the far end asks for frames at the slow rate']);
        expect(cause).toMatch(/^r1-leaf1 po\d+ has LACP rate slow, planned LACP rate fast$/);
      }
      expect(status).toBe(1);

      const lines = faults.map(({ subject }) => mended(subject)).join('; ');
      expect(await lab('exec', 'r1-leaf1', '--', 'sh', '-c', lines)).toMatchObject({ status: 0 });
      const again = await lab('test', '--format', 'json');
      const { findings: none, pairs } = JSON.parse(again.stdout) as LabReport;
      expect(none).toEqual([]);
      expect(pairs).toBe(24);
      expect(again.status).toBe(0);
    }, 600_000);
  },
);
