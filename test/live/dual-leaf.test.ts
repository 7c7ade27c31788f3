import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareAct } from '../../src/lab/fail/break.ts';
import { Flows } from '../../src/lab/fail/flows.ts';
import type { Loss } from '../../src/lab/fail/loss.ts';
import type { Failures } from '../../src/analysis/forwarding/routers.ts';
import type { Act } from '../../src/lab/fail/scenario.ts';
import { kernelRoutes } from '../../src/lab/state/kernel-state.ts';
import { type Prediction, predict } from '../../src/lab/state/predict.ts';
import type { RouterState } from '../../src/lab/state/router-state.ts';
import { checkPaths } from '../../src/lab/test/check-paths.ts';
import { type ServerPair, serverPairs } from '../../src/lab/test/server-pairs.ts';
import { describeWith } from '../support/verifier.ts';
import { type BondedServer, bondServer } from './bonded-server.ts';
import { labNeeds } from '../support/lab-needs.ts';
import { type LiveLab, type Routes, startLiveLab, until } from './live-lab.ts';

/** Seconds after which no flow may be cut any more: far above what is measured (0.2 s), for a busy machine, and far below OSPF's and BGP's own. */
const short = 8;
const racks = [1, 2, 3];
const spines = ['spine1', 'spine2'];
const leafs = racks.flatMap((rack) => [`rack${rack}-leaf1`, `rack${rack}-leaf2`]);
const loopbackOf = (leaf: string): string => `10.255.1.${leafs.indexOf(leaf) + 1}`;
const prefixesOf = (rack: number): string[] => [`10.10.${rack - 1}.0/24`, `10.30.${rack - 1}.0/24`];
function rackRoutesOf(routers: ReadonlyMap<string, Pick<RouterState, 'routes'>>): Routes {
  const wanted = new Set(racks.flatMap(prefixesOf));
  return Object.fromEntries(
    [...routers].map(([name, { routes }]) => [
      name,
      Object.fromEntries([...routes].filter(([prefix]) => wanted.has(prefix))),
    ]),
  );
}

/** The probe of `heddle lab fail`. */
const probe = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  join(import.meta.dirname, '..', '..', 'src', 'cli', 'lab', 'probe.ts'),
];

describeWith(labNeeds, 'two leafs in each rack on real FRR, and servers that move from one to the other', () => {
  let live: LiveLab;
  let flows: Flows;
  let pairs: readonly ServerPair[];
  const bonds: BondedServer[] = [];
  const moveServer = async (rack: number, nic: 0 | 1): Promise<void> => bonds[rack - 1]!.activate(nic);

  /** As in `foresee`, but with both cables of the bonds. */
  function expected({ devices = [], cables = [] }: { devices?: string[]; cables?: string[] } = {}): Prediction {
    const { plan } = live;
    const back = new Set(bonds.flatMap(({ wired }) => wired));
    const failures: Failures = {
      devices: new Set([...plan.leftOut, ...devices]),
      cables: new Set([...[...plan.cables.unwired].filter((end) => !back.has(end)), ...cables]),
    };
    return predict(plan.devices, failures);
  }

  const nameOf = (rack: number): string => bonds[rack - 1]!.name;
  const between = (from: number, to: number): ServerPair[] =>
    pairs.filter((pair) => pair.from === nameOf(from) && pair.to === nameOf(to) && pair.network === 'management');

  /** What flows between two racks lose while something happens, and for some seconds afterwards. */
  async function lossWhile(sent: readonly ServerPair[], seconds: number, happen: () => Promise<void>): Promise<Loss> {
    await flows.start(sent);
    await happen();
    await sleep(seconds * 1000);
    const loss = await flows.report();
    await flows.stop();
    return loss;
  }

  async function show(device: string, command: string): Promise<unknown> {
    return JSON.parse(await live.namespaces.run(['vtysh', '-N', device, '-c', `${command} json`], { device }));
  }

  /** By which leafs BGP of every leaf reaches all other racks: both of each, without one that is gone. */
  async function expectNextHops(gone?: string): Promise<void> {
    for (const leaf of leafs.filter((name) => name !== gone)) {
      const { routes } = (await show(leaf, 'show bgp ipv4 unicast')) as {
        routes: Record<string, { multipath?: boolean; bestpath?: boolean; nexthops: { ip: string }[] }[]>;
      };
      for (const rack of racks.filter((one) => !leaf.startsWith(`rack${one}`))) {
        const ends = leafs.filter((name) => name.startsWith(`rack${rack}`) && name !== gone);
        for (const prefix of prefixesOf(rack)) {
          const used = routes[prefix]?.filter((path) => path.multipath === true || path.bestpath === true) ?? [];
          const hops = new Set(used.flatMap((path) => path.nexthops.map((hop) => hop.ip)));
          expect([...hops].toSorted(), `${leaf} ${prefix}`).toEqual(ends.map(loopbackOf));
        }
      }
    }
  }

  async function acting(act: Act): Promise<{ happen: () => Promise<void>; end: () => Promise<void> }> {
    const { namespaces, folder, plan } = live;
    return prepareAct({ namespaces, folder, running: plan.running, silencer: undefined }, act);
  }

  /** What kernels have to the racks, by switch. */
  async function rackRoutes(names: readonly string[]): Promise<Routes> {
    const seen = await kernelRoutes(live.namespaces, names);
    return rackRoutesOf(new Map([...seen].map(([name, routes]) => [name, { routes }])));
  }

  /** Waits for the predicted routes to the racks. */
  async function expectRackRoutes({ routers }: Prediction, seconds = 60): Promise<void> {
    const wanted = rackRoutesOf(routers);
    const seen = async (): Promise<Routes> => rackRoutes([...routers.keys()]);
    await until(seconds, async () => isDeepStrictEqual(await seen(), wanted));
    expect(await seen()).toEqual(wanted);
  }

  const endsOf = (device: string, links: readonly string[]) =>
    live.plan.cables.wired.flat().filter((end) => end.device === device && links.includes(end.link));

  beforeAll(async () => {
    live = await startLiveLab('dual-leaf.yaml', {
      cut: { serversPerRack: 1 },
      environment: { HEDDLE_OSPF_KEY: 'not-a-secret' },
    });
    flows = new Flows(live.namespaces, probe);
    for (const rack of racks) bonds.push(await bondServer(live, `compute-rack${rack}-01`));
    for (const rack of racks) await moveServer(rack, 0);
    pairs = serverPairs(live.plan.plan, live.plan.running, 400);
    await expectRackRoutes(expected());
  }, 150_000);
  afterAll(async () => {
    flows?.end();
    await live?.end();
  });

  it('passes both leafs of a rack on to all other leafs', async () => {
    await expectNextHops();
  });

  it('carries packets between racks, full-size ones too, whichever leaf a server is active on', async () => {
    expect(pairs).toHaveLength(12);
    expect(await checkPaths(live.namespaces, pairs)).toEqual([]);
    await moveServer(1, 1);
    expect(await checkPaths(live.namespaces, pairs)).toEqual([]);
    await moveServer(1, 0);
  }, 60_000);

  it('reaches the fabric over the other leaf when a leaf loses its uplinks, with the sessions it had', async () => {
    // Cut at the other end, as a leaf sees a lost cable: by the link only.
    const ends = spines.flatMap((spine) => endsOf(spine, ['swp3']));
    expect(ends).toHaveLength(2);
    const { happen, end } = await acting({ type: 'shut', ends });
    const loss = await lossWhile(between(3, 2), short, happen);
    try {
      expect(loss.cut).toBe(0);
      const without = expected({ cables: ends.map(({ device, port }) => `${device} ${port}`) });
      for (const prefix of [1, 3].flatMap(prefixesOf))
        expect(without.routers.get('rack2-leaf1')?.routes.get(prefix)?.join()).toMatch(/^vlan3967( |$)/);
      await expectRackRoutes(without, 30);
      const { ipv4Unicast } = (await show('rack2-leaf1', 'show bgp summary')) as {
        ipv4Unicast: { peers: Record<string, object> };
      };
      const stayed = { state: 'Established', connectionsEstablished: 1, connectionsDropped: 0 };
      expect(Object.values(ipv4Unicast.peers)).toEqual([
        expect.objectContaining(stayed),
        expect.objectContaining(stayed),
      ]);
      expect(await checkPaths(live.namespaces, pairs)).toEqual([]);
    } finally {
      await end();
    }
    await expectRackRoutes(expected());
  }, 120_000);

  it('loses what arrives at the leaf where a server is not active while the leafs have no link, and only that', async () => {
    const ends = live.plan.cables.wired
      .flat()
      .filter(({ device, link }) => device === 'rack3-leaf1' && link.startsWith('po'));
    expect(ends).toHaveLength(1);
    const { happen, end } = await acting({ type: 'shut', ends });
    const sent = [...between(1, 3), ...between(2, 3)];
    await flows.start(sent);
    try {
      await happen();
      await sleep(4000);
      const first = await flows.report();
      await moveServer(3, 1);
      // A bond moves because a link fails, and with its link a leaf forgets who was behind it.
      for (const vlan of ['10', '30']) {
        const flush = ['ip', 'link', 'set', 'dev', `swp1.${vlan}`, 'type', 'bridge_slave', 'fdb_flush'];
        await live.namespaces.run(flush, { device: 'rack3-leaf1' });
      }
      // The bridges on the way learn by the next announcement where the server is.
      let second = first;
      await until(20, async () => {
        await sleep(2000);
        second = await flows.report();
        return second.cut === first.flows - first.cut;
      });
      expect(first.cut).toBeGreaterThan(0);
      expect(first.cut).toBeLessThan(first.flows);
      // The flows that arrive at the other leaf are the others.
      expect(second.cut).toBe(first.flows - first.cut);
      // Both leafs go on announcing the rack.
      const without = expected({ cables: ends.map(({ port }) => `rack3-leaf1 ${port}`) });
      const whole = expected();
      for (const name of [...spines, 'rack1-leaf1', 'rack2-leaf2'])
        for (const prefix of prefixesOf(3))
          expect(without.routers.get(name)?.routes.get(prefix)).toEqual(whole.routers.get(name)?.routes.get(prefix));
      await expectRackRoutes(without, 30);
    } finally {
      await end();
    }
    expect(
      await until(30, async () => {
        await flows.report();
        await sleep(1500);
        return (await flows.report()).cut === 0;
      }),
    ).toBe(true);
    await flows.stop();
    await moveServer(3, 0);
  }, 120_000);

  it('keeps the other path when a leaf loses power, and loses nothing for long when it comes back', async () => {
    const { happen, end } = await acting({ type: 'power', device: 'rack1-leaf1' });
    const off = await lossWhile(between(2, 1), short, async () => {
      await happen();
      // The bond looks at its links every 100 ms.
      await sleep(100);
      await moveServer(1, 1);
    });
    try {
      expect(off.affected).toBeGreaterThan(0);
      expect(off.cut).toBe(0);
      await expectRackRoutes(expected({ devices: ['rack1-leaf1'] }), 30);
      await expectNextHops('rack1-leaf1');
      expect(await checkPaths(live.namespaces, pairs)).toEqual([]);
    } finally {
      const back = await lossWhile(between(3, 1), 12, end);
      expect(back.cut).toBe(0);
    }
  }, 240_000);

  it('is as before when all is back', async () => {
    // The leaf that started says for some time that others should go elsewhere.
    await expectRackRoutes(expected(), 90);
    await moveServer(1, 0);
    expect(await checkPaths(live.namespaces, pairs)).toEqual([]);
    expect((await lossWhile(between(2, 3), 1.5, async () => {})).cut).toBe(0);
  }, 150_000);
});
