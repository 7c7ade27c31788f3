import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatIp } from '../../src/ip/index.ts';
import { checkLoops } from '../../src/lab/test/check-loops.ts';
import { checkPaths, complaint } from '../../src/lab/test/check-paths.ts';
import { checkUpstreams, heardBy } from '../../src/lab/test/check-upstreams.ts';
import { outsidePairs } from '../../src/lab/test/outside-pairs.ts';
import type { ServerPair } from '../../src/lab/test/server-pairs.ts';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from '../support/lab-needs.ts';
import { type LiveLab, expectRoutes, foresee, setLinks, signal, startLiveLab, until } from './live-lab.ts';

/** All that the world may see of the fabric. */
const aggregates = ['198.51.100.0/24', '2001:db8:20::/48'];
const heardFrom = (asn: string) => new Map(aggregates.map((prefix) => [prefix, asn]));
const uplinks = ['swp9', 'swp10'];

describeWith(labNeeds, 'a border on real FRR loses upstreams', () => {
  let live: LiveLab;
  let outside: ServerPair[];
  beforeAll(async () => {
    live = await startLiveLab('border.yaml');
    outside = outsidePairs(live.plan.plan, live.plan.running, live.plan.upstreams, 24);
    await expectRoutes(live, foresee(live));
  }, 120_000);
  afterAll(async () => live?.end());

  /** What an upstream heard, of both families. */
  async function heard(name: string): Promise<Map<string, string>> {
    const { sessions } = live.plan.upstreams.find((one) => one.name === name)!;
    const tables = await Promise.all(sessions.map(({ peer }) => heardBy(live.namespaces, name, formatIp(peer))));
    return new Map(tables.flatMap((table) => [...table]));
  }

  it('takes the default route of each upstream and nothing else, though they announce parts of the inside', async () => {
    const { heardOutside, tables } = foresee(live).forwarding;
    expect(heardOutside.size).toBe(4);
    for (const { sessions } of live.plan.upstreams)
      for (const { wanted, unwanted } of sessions) expect([wanted.length, unwanted.length > 1]).toEqual([1, true]);
    // The kernels have these routes and no others: see beforeAll.
    const byUpstream = [...tables].flatMap(([name, table]) =>
      [...table]
        .filter(([, route]) => route.nextHops.some((hop) => hop.interface === '12') && route.protocol === 'ebgp')
        .map(([prefix]) => `${name} ${prefix}`),
    );
    expect(byUpstream.toSorted()).toEqual(['border1 0.0.0.0/0', 'border1 ::/0', 'border2 0.0.0.0/0', 'border2 ::/0']);
  });

  it('is seen outside as its aggregates alone, from the border leafs themselves', async () => {
    expect(await heard('isp-a')).toEqual(heardFrom('4200000999'));
    expect(await heard('isp-b')).toEqual(heardFrom('4200000998'));
  });

  it('goes by the other upstream when one is away', async () => {
    await setLinks(live, 'isp-a', ['fabric'], 'down');
    try {
      await expectRoutes(live, foresee(live, { cables: new Set(['isp-a fabric', 'border1 12']) }), 30);
      expect(outside).toHaveLength(8);
      expect(await checkPaths(live.namespaces, outside)).toEqual([]);
    } finally {
      await setLinks(live, 'isp-a', ['fabric'], 'up');
    }
  }, 60_000);

  it('has no default route when both are away, one of them hung: the first leaf says so, and no packet circles', async () => {
    await expectRoutes(live, foresee(live));
    await setLinks(live, 'isp-a', ['fabric'], 'down');
    try {
      const cables = new Set(['border1 12']);
      await expectRoutes(live, foresee(live, { cables }), 30);
      await signal(live, 'isp-b', 'STOP');
      const without = foresee(live, { cables }, ['isp-b']);
      for (const { routes } of without.routers.values())
        expect(routes.has('0.0.0.0/0') || routes.has('::/0')).toBe(false);
      // BFD of 100 ms against the upstream's 300 ms finds it in 0.9 s; BGP alone would take 180 s.
      await expectRoutes(live, without, 60);
      for (const pair of outside) {
        const gateway =
          pair.racks[0] === 'rack1' ? ['198.51.100.1', '2001:db8:20::1'] : ['198.51.100.33', '2001:db8:20:1::1'];
        expect([
          `${gateway[0]}: Destination Net Unreachable`,
          `${gateway[1]}: Destination unreachable: No route`,
        ]).toContain(await complaint(live.namespaces, pair, []));
      }
    } finally {
      await signal(live, 'isp-b', 'CONT');
      await setLinks(live, 'isp-a', ['fabric'], 'up');
    }
  }, 120_000);

  it('announces nothing from a border leaf that has lost the fabric', async () => {
    await expectRoutes(live, foresee(live));
    await setLinks(live, 'border1', uplinks, 'down');
    try {
      const alone = foresee(live, { cables: new Set(['border1 9', 'border1 10']) });
      await expectRoutes(live, alone, 30);
      expect(await until(10, async () => (await heard('isp-a')).size === 0)).toBe(true);
      expect(await checkUpstreams(live.namespaces, live.plan.upstreams, alone.forwarding)).toEqual([]);
      expect(await heard('isp-b')).toEqual(heardFrom('4200000998'));
    } finally {
      await setLinks(live, 'border1', uplinks, 'up');
    }
  }, 60_000);

  it('is as before when all is back', async () => {
    const whole = foresee(live);
    await expectRoutes(live, whole);
    const { namespaces, plan } = live;
    expect(
      await until(20, async () => (await checkUpstreams(namespaces, plan.upstreams, whole.forwarding)).length === 0),
    ).toBe(true);
    expect(await checkPaths(namespaces, outside)).toEqual([]);
    expect(await checkLoops(namespaces, plan.plan, plan.upstreams, whole.forwarding, outside)).toEqual([]);
  }, 90_000);
});
