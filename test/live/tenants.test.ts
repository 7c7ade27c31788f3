import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Namespaces } from '../../src/lab/host/namespaces.ts';
import { kernelRoutes } from '../../src/lab/state/kernel-state.ts';
import { checkPaths } from '../../src/lab/test/check-paths.ts';
import { serverPairs } from '../../src/lab/test/server-pairs.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';
import { type LiveLab, startLiveLab, until } from './live-lab.ts';
import { namespaceOf, separateVrf } from './vrf-namespaces.ts';

const vrf = 'storage';
const management = ['10.10.0.0/24', '10.10.1.0/24'];
const storage = ['10.30.0.0/24', '10.30.1.0/24'];
const [spine1, spine2, rack1, rack2] = ['10.255.0.1/32', '10.255.0.2/32', '10.255.0.65/32', '10.255.0.67/32'];
const leafs = ['rack1-leaf1', 'rack2-leaf1'];
const spines = ['spine1', 'spine2'];
const switches = [...leafs, ...spines];

/** What each switch can reach in each instance; only leafs let routes over, and only between the two networks. */
const onLeafs = {
  default: [...management, ...storage, spine1, spine2, rack1, rack2].toSorted(),
  storage: [...management, ...storage],
};
const tables = {
  'rack1-leaf1': onLeafs,
  'rack2-leaf1': onLeafs,
  spine1: { default: [...management, spine1, rack1, rack2].toSorted(), storage },
  spine2: { default: [...management, spine2, rack1, rack2].toSorted(), storage },
};

async function show(namespaces: Namespaces, device: string, command: string): Promise<unknown> {
  return JSON.parse(await namespaces.run(['vtysh', '-N', device, '-c', `${command} json`], { device }));
}

/** Prefixes that BGP of a switch has a best path for. */
async function tableOf({ namespaces }: LiveLab, device: string, instance: string): Promise<string[]> {
  const { routes = {} } = (await show(namespaces, device, `show bgp vrf ${instance} ipv4 unicast`)) as {
    routes?: Record<string, readonly { valid?: boolean; bestpath?: boolean }[]>;
  };
  const best = Object.entries(routes).filter(([, paths]) => paths.some((path) => path.valid && path.bestpath));
  return best.map(([prefix]) => prefix).toSorted();
}

const interfacesTo = (routes: ReadonlyMap<string, readonly string[]>, prefix: string): string[] =>
  (routes.get(prefix) ?? []).map((hop) => hop.replace(/ .*/, ''));

async function bySwitch<Value>(read: (name: string) => Promise<Value>): Promise<Record<string, Value>> {
  return Object.fromEntries(await Promise.all(switches.map(async (name) => [name, await read(name)] as const)));
}

describeWith(labNeeds, 'tenants on real FRR, namespaces in place of VRFs', () => {
  let live: LiveLab;
  const seen = async () =>
    bySwitch(async (name) => ({
      default: await tableOf(live, name, 'default'),
      storage: await tableOf(live, name, vrf),
    }));
  const routesOf = async (namespace: string) =>
    (await kernelRoutes(live.namespaces, [namespace])).get(namespace) ?? new Map<string, string[]>();
  const hops = async (name: string, prefix: string): Promise<string[]> =>
    interfacesTo(await routesOf(namespaceOf(name, vrf)), prefix);
  beforeAll(async () => {
    live = await startLiveLab('tenants.yaml');
    for (const name of switches) await separateVrf(live, name, vrf);
    await until(60, async () => JSON.stringify(await seen()) === JSON.stringify(tables));
  }, 180_000);
  afterAll(async () => live?.end());

  it('has a session over every link, in the default instance and in the VRF', async () => {
    const sessions = await bySwitch(async (name) => {
      const states = ['default', vrf].map(async (instance) => {
        const { ipv4Unicast } = (await show(live.namespaces, name, `show bgp vrf ${instance} summary`)) as {
          ipv4Unicast?: { peers: Record<string, { state: string }> };
        };
        return Object.values(ipv4Unicast?.peers ?? {}).map(({ state }) => state);
      });
      return Promise.all(states);
    });
    const two = ['Established', 'Established'];
    expect(sessions).toEqual(Object.fromEntries(switches.map((name) => [name, [two, two]])));
  });

  it('keeps storage apart on spines, and lets it and management over on leafs, those of the own rack too', async () => {
    expect(await seen()).toEqual(tables);
  });

  it('reaches storage over both spines, within the VRF', async () => {
    expect(await hops('rack1-leaf1', '10.30.1.0/24')).toEqual(['swp10.3001', 'swp9.3001']);
    expect(await hops('rack2-leaf1', '10.30.0.0/24')).toEqual(['swp10.3001', 'swp9.3001']);
    for (const spine of spines) {
      expect(await hops(spine, '10.30.0.0/24')).toEqual(['swp1.3001']);
      expect(await hops(spine, '10.30.1.0/24')).toEqual(['swp2.3001']);
    }
  });

  it('has no route to storage in the default instances of spines, and over both to management on leafs', async () => {
    for (const spine of spines) {
      const prefixes = [...(await routesOf(spine)).keys()];
      expect(prefixes).toEqual(expect.arrayContaining(management));
      expect(prefixes.filter((prefix) => prefix.startsWith('10.30.'))).toEqual([]);
    }
    for (const [index, leaf] of leafs.entries())
      expect((await routesOf(leaf)).get(management[1 - index]!)).toHaveLength(2);
  });

  it('carries packets of both between racks at their full size', async () => {
    const pairs = serverPairs(live.plan.plan, live.plan.running, 400).filter(({ racks: [a, z] }) => a !== z);
    expect(pairs.map(({ network }) => network).toSorted()).toEqual([
      ...Array.from({ length: 8 }, () => 'management'),
      ...Array.from({ length: 8 }, () => 'storage'),
    ]);
    // Spanning tree keeps a port that comes up waiting.
    let found = await checkPaths(live.namespaces, pairs);
    await until(30, async () => {
      found = await checkPaths(live.namespaces, pairs);
      return found.length === 0;
    });
    expect(found).toEqual([]);
  }, 60_000);
});
