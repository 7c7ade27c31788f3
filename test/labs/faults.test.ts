import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/lab/state/causes.ts';
import { compareStates } from '../../src/lab/state/compare.ts';
import { type Finding, isSetting } from '../../src/lab/state/finding.ts';
import { observeAll } from '../../src/lab/state/observe.ts';
import { relationsOf } from '../../src/lab/state/relations.ts';
import type { LabReport } from '../../src/lab/test/test-lab.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';
import { type LiveLab, expectRoutes, foresee, startLiveLab } from '../live/live-lab.ts';

const project = join(import.meta.dirname, '..', '..');
const original = join(project, 'topologies', 'two-rack.yaml');

/** A fault that is planted by hand, and how it is mended; lines of FRR's configuration, or a command. */
interface Planted {
  readonly device: string;
  readonly plant: readonly string[];
  readonly mend: readonly string[];
  /** The first that `lab test` names. */
  readonly root: Omit<Finding, 'device'>;
}

const swp5 = (...lines: string[]): string[] => ['interface swp5', ...lines];
const bgp = (...lines: string[]): string[] => ['router bgp 65000', ...lines];
const leaf = 'r1-leaf1';

/** One after the other in a running lab. */
const planted: Readonly<Record<string, Planted>> = {
  'a wrong area': {
    device: leaf,
    plant: swp5('no ip ospf area', 'ip ospf area 0.0.0.1'),
    mend: swp5('no ip ospf area', 'ip ospf area 0.0.0.0'),
    root: { check: 'ospf', subject: 'swp5', predicted: 'area 0.0.0.0', found: 'area 0.0.0.1' },
  },
  'hello timers apart': {
    device: leaf,
    plant: swp5('ip ospf hello-interval 5'),
    mend: swp5('ip ospf hello-interval 10'),
    root: { check: 'ospf', subject: 'swp5', predicted: 'hello 10 s', found: 'hello 5 s' },
  },
  'a passive interface': {
    device: leaf,
    plant: swp5('ip ospf passive'),
    mend: swp5('no ip ospf passive'),
    root: {
      check: 'ospf',
      subject: 'swp5',
      predicted: expect.stringContaining('hello 10 s') as string,
      found: 'passive',
    },
  },
  'BFD off at one end': {
    device: leaf,
    plant: swp5('no ip ospf bfd'),
    mend: swp5('ip ospf bfd', 'ip ospf bfd profile FABRIC'),
    root: { check: 'ospf', subject: 'swp5', predicted: 'BFD', found: 'no BFD' },
  },
  'a network that is not announced': {
    device: leaf,
    plant: bgp('address-family ipv4 unicast', 'no network 10.20.0.0/24'),
    mend: bgp('address-family ipv4 unicast', 'network 10.20.0.0/24'),
    root: { check: 'origin', subject: '10.20.0.0/24', predicted: 'announced', found: 'not announced' },
  },
  'fewer equal next hops than planned': {
    device: leaf,
    plant: bgp('address-family ipv4 unicast', 'maximum-paths ibgp 1'),
    mend: bgp('address-family ipv4 unicast', 'maximum-paths ibgp 8'),
    root: {
      check: 'process',
      subject: 'BGP',
      predicted: 'ipv4: equal next hops of iBGP at most 8',
      found: 'ipv4: equal next hops of iBGP at most 1',
    },
  },
  "the other route reflector's cluster id": {
    device: 'spine1',
    plant: bgp('bgp cluster-id 10.255.0.2'),
    mend: bgp('bgp cluster-id 10.255.0.1'),
    root: { check: 'process', subject: 'BGP', predicted: 'cluster id 10.255.0.1', found: 'cluster id 10.255.0.2' },
  },
  'a wrong remote AS': {
    device: leaf,
    plant: bgp('no neighbor 10.255.0.1 peer-group SPINES', 'neighbor 10.255.0.1 remote-as 65001'),
    mend: bgp('no neighbor 10.255.0.1', 'neighbor 10.255.0.1 peer-group SPINES'),
    root: {
      check: 'neighbour',
      subject: '10.255.0.1',
      predicted: expect.stringMatching(/^remote AS 65000,/) as string,
      found: expect.stringMatching(/^remote AS 65001,/) as string,
    },
  },
};

/** Faults that a user's own template brings into every config. */
const templates = [
  {
    fault: 'a template that announces nothing',
    template: 'frr-daemons/bgp',
    text: '  network {{ prefix }}\n',
    instead: '',
    root: { check: 'origin', device: leaf, subject: '10.20.0.0/24', predicted: 'announced', found: 'not announced' },
  },
  {
    fault: 'a template with a wrong MTU',
    template: 'frr/port',
    text: 'mtu {{ mtu }}',
    instead: 'mtu {{ mtu - 14 if name == "swp5" else mtu }}',
    root: { check: 'interface', device: leaf, subject: 'swp5', predicted: 'MTU 9214', found: 'MTU 9200' },
  },
] as const;

describeWith(labNeeds, 'faults', () => {
  const heddle = useHeddle();
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-faults-'));
    process.env['XDG_RUNTIME_DIR'] = folder;
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    delete process.env['XDG_RUNTIME_DIR'];
  });

  /** What `lab test` finds; it need not wait long for routes that never come. */
  async function findings(file: string): Promise<readonly Finding[]> {
    const words = ['lab', 'test', file, '--wait', '12', '--format', 'json'];
    const { status, stdout, stderr } = await heddle.start(words).ended;
    expect(status, stderr).toBe(1);
    return (JSON.parse(stdout) as LabReport).findings;
  }

  it.each(templates)(
    '$fault is named with each device',
    async ({ template, text, instead, root }) => {
      const own = mkdtempSync(join(folder, 'fabric-'));
      const file = join(own, 'two-rack.yaml');
      writeFileSync(file, `${readFileSync(original, 'utf8')}\ntemplates: ./templates\n`);
      const stanza = readFileSync(join(project, 'templates', `${template}.njk`), 'utf8');
      expect(stanza).toContain(text);
      mkdirSync(join(own, 'templates', template, '..'), { recursive: true });
      writeFileSync(join(own, 'templates', `${template}.njk`), stanza.replace(text, instead));
      const [first, ...others] = await findings(file);
      expect(first).toEqual(root);
      // The same at the other leaf, and nothing else without a cause.
      expect(others.filter(({ cause }) => cause === undefined).map(({ device }) => device)).toEqual(['r2-leaf1']);
    },
    90_000,
  );

  describe('that are planted in a running lab', () => {
    let live: LiveLab;
    beforeAll(async () => {
      live = await startLiveLab('two-rack.yaml');
      await expectRoutes(live, foresee(live));
    }, 120_000);
    afterAll(async () => live?.end());

    const set = async (device: string, lines: readonly string[]) =>
      live.namespaces.run(['vtysh', '-N', device, ...['configure', ...lines].flatMap((line) => ['-c', line])], {
        device,
      });

    /** Settings that are wrong by no fault but their own, and all that is wrong. */
    async function faults() {
      const prediction = foresee(live);
      const seen = await observeAll(live.namespaces, [...prediction.routers.keys()]);
      const all = explain(
        compareStates(prediction.routers, seen),
        relationsOf(prediction, live.plan.devices, live.plan.cables),
      );
      return { all, roots: all.filter((one) => isSetting(one) && one.cause === undefined) };
    }

    it.each(Object.entries(planted))(
      '%s: device and setting come first',
      async (_fault, one) => {
        await set(one.device, one.plant);
        const { all, roots } = await faults();
        await set(one.device, one.mend);
        expect(all[0]).toEqual({ device: one.device, ...one.root });
        expect(roots).toHaveLength(1);
      },
      60_000,
    );

    it('leave nothing behind when they are mended', async () => {
      await expectRoutes(live, foresee(live));
      expect((await faults()).roots).toEqual([]);
    }, 120_000);
  });
});
