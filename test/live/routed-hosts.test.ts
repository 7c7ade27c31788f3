import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { compileTopology, labNeeds, runLab } from './isolated.ts';
import { type Answers, type Observation, client, families, stopped, unplugged } from './routed-hosts-observation.ts';

const proxies = ['proxy-rack1-1', 'proxy-rack1-2', 'proxy-rack2-1', 'proxy-rack2-2'];

/** Every flow was answered by one of these servers, and each of them answered at least an eighth of its share. */
function expectSpread(answers: Answers, among: readonly string[]): void {
  for (const family of families) {
    const { counts } = answers[family];
    expect(Object.keys(counts).toSorted()).toEqual(among);
    const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
    expect(total).toBe(128);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(128 / among.length / 8);
  }
}

describeWith(labNeeds, 'routed-hosts on real FRR', () => {
  let seen: Observation;
  beforeAll(async () => {
    seen = (await runLab('routed-hosts-lab.ts', compileTopology('routed-hosts.yaml'), { seconds: 180 })) as Observation;
  }, 240_000);

  it('converges: every server has a default route over both leafs, and hears of nothing else', () => {
    expect(seen.converged).toBe(true);
    expect(Object.keys(seen.hostRoutes)).toHaveLength(10);
    for (const prefixes of Object.values(seen.hostRoutes)) expect(prefixes).toEqual(['0.0.0.0/0', '::/0']);
  });

  it('carries packets between the loopbacks of all servers', () => {
    expect(seen.lost).toEqual([]);
  });

  it('spreads the flows to the anycast address over all its servers, from where all are equally far', () => {
    expectSpread(seen.healthy.far, proxies);
    expect(seen.healthy.far[4].sources).toEqual(['10.252.2.11']);
    expect(seen.healthy.far[6].sources).toEqual(['2001:db8:252::2:11']);
    expect(client).toBe('storage-rack3-1');
  });

  it('sends them to those of the own rack where there are some', () => {
    expectSpread(seen.healthy.near, ['proxy-rack1-1', 'proxy-rack1-2']);
  });

  it('does not believe a server that announces what is not its own', () => {
    expect(seen.lied.told).toBe(true);
    expect(seen.lied.hops).toEqual(seen.healthy.hops);
    expect(Object.keys(seen.lied.answers).toSorted()).toEqual(proxies);
  });

  it('takes the path away with the FRR of a server, though its kernel would answer', () => {
    const { withdrawn, hops, answers } = seen.afterStop;
    expect(withdrawn).toBe(true);
    for (const leaf of ['rack1-leaf1', 'rack1-leaf2'])
      for (const family of families) expect(hops[`${leaf} ${family}`]).toEqual(['swp2']);
    expectSpread(
      answers,
      proxies.filter((name) => name !== stopped),
    );
  });

  it('takes it away with the cables of a server', () => {
    expect(seen.afterUnplugging.withdrawn).toBe(true);
    expectSpread(
      seen.afterUnplugging.answers,
      proxies.filter((name) => name !== stopped && name !== unplugged),
    );
  });

  it('is as before when both are back', () => {
    expect(seen.back.converged).toBe(true);
    expectSpread(seen.back.answers, proxies);
  });
});
