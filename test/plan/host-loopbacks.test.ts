import { describe, expect, it } from 'vitest';
import { buildFabric } from '../../src/fabric/build.ts';
import { formatIp, formatPrefix, parsePrefix } from '../../src/ip/index.ts';
import { checkEntry } from '../../src/lock/check-entry.ts';
import { lockOf } from '../../src/lock/next-lock.ts';
import { hostBlockLength } from '../../src/plan/host-blocks.ts';
import { planFabric } from '../../src/plan/plan-fabric.ts';
import type { Allocations, Plan } from '../../src/plan/plan.ts';
import { exampleWith, subjectsOf } from '../rules/check-text.ts';

const proxies = (rack: string, from: number, to: number): string =>
  `{ name: ${rack}, servers: [{ name: "proxy-{${from}..${to}}", role: proxy, nics: { speed: 10G }, bond: routed }] }`;

const fabric = (racks: readonly string[], pool = '[10.252.0.0/16, "2001:db8:fc::/64"]'): string =>
  exampleWith(
    `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: ${pool} }\nracks: [${racks.join(', ')}]\n`,
  );

function planOf(text: string, held?: Allocations): Plan {
  const { topology } = subjectsOf(text).subjects!.fabric;
  return planFabric(buildFabric(topology, held));
}

const loopbacksOf = (plan: Plan): Record<string, string[]> =>
  Object.fromEntries([...plan.routedServers].map(([name, { loopbacks }]) => [name, loopbacks.map(formatIp)]));

const blocksOf = (plan: Plan): Record<string, unknown> =>
  Object.fromEntries(
    [...plan.hostBlocks].map(([rack, blocks]) => [
      rack,
      blocks.map(({ block, others }) => [block && formatPrefix(block), ...others.map(formatIp)]),
    ]),
  );

const lengthFor = (text: string): number => {
  const pool = parsePrefix(text);
  if ('fault' in pool) throw new Error(text);
  return hostBlockLength(pool);
};

describe('loopbacks of servers', () => {
  it('show the rack, and number its servers, in both families', () => {
    const plan = planOf(fabric([proxies('r1', 1, 2), proxies('r2', 3, 3)]));
    expect(loopbacksOf(plan)).toEqual({
      'proxy-1': ['10.252.0.11', '2001:db8:fc::11'],
      'proxy-2': ['10.252.0.12', '2001:db8:fc::12'],
      'proxy-3': ['10.252.1.11', '2001:db8:fc::1:11'],
    });
    expect(blocksOf(plan)).toEqual({
      r1: [['10.252.0.0/24'], ['2001:db8:fc::/112']],
      r2: [['10.252.1.0/24'], ['2001:db8:fc::1:0/112']],
    });
  });

  it('stay with a server that moves to another rack, which announces it by itself', () => {
    const before = planOf(fabric([proxies('r1', 1, 3), proxies('r2', 4, 5)]));
    const after = planOf(fabric([proxies('r1', 1, 2), proxies('r2', 3, 5)]), before.allocations);
    expect(loopbacksOf(after)).toEqual(loopbacksOf(before));
    expect(blocksOf(after)).toEqual({
      r1: [['10.252.0.0/24'], ['2001:db8:fc::/112']],
      r2: [
        ['10.252.1.0/24', '10.252.0.13'],
        ['2001:db8:fc::1:0/112', '2001:db8:fc::13'],
      ],
    });
  });

  it('are found for all while the pool has room, in whatever block, and are missed beyond', () => {
    const plan = planOf(fabric([proxies('r1', 1, 5), proxies('r2', 6, 9)], '10.252.0.0/28'));
    expect(plan.defects).toEqual([]);
    expect(new Set(Object.values(loopbacksOf(plan)).flat()).size).toBe(9);
    expect(blocksOf(plan)).toEqual({
      r1: [['10.252.0.0/28']],
      r2: [[undefined, '10.252.0.6', '10.252.0.7', '10.252.0.8', '10.252.0.9']],
    });
    const full = planOf(fabric([proxies('r1', 1, 9)], '10.252.0.0/29'));
    expect(full.defects).toMatchObject([
      { kind: 'pool-exhausted', pool: 'addressing.hostLoopbacks', needed: 9, available: 7 },
    ]);
    expect(full.routedServers.size).toBe(7);
  });

  it('have blocks by the size of the pool', () => {
    const pools = ['10.0.0.0/8', '10.0.0.0/20', '10.0.0.0/21', '10.0.0.0/24', '10.0.0.0/30', 'fd00::/48', 'fd00::/120'];
    expect(pools.map(lengthFor)).toEqual([24, 24, 25, 26, 30, 112, 120]);
  });

  it('are checked when the lock is read', () => {
    const { facts, allocations } = lockOf(planOf(fabric([proxies('r1', 1, 1)])), () => '');
    for (const [key, value] of allocations) expect(checkEntry(key, value, facts)).toBeUndefined();
    expect(allocations.get('host-loopback/proxy-1')).toBe('10.252.0.11');
    expect(checkEntry('host-loopback/proxy-1', '10.253.0.11', facts)).toMatch(/outside the pool 10\.252\.0\.0\/16/);
    expect(checkEntry('host-loopback6/proxy-1', '10.252.0.11', facts)).toMatch(/outside the pool 2001/);
  });
});
