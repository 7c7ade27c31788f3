import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { healthy, leafs, loopbackOf, prefixesOf, racks, servers, spinePorts, spines } from './dual-leaf-fabric.ts';
import type { Observation } from './dual-leaf-observation.ts';
import { compileTopology, labNeeds, runLab } from './isolated.ts';
import type { FlowResult } from './udp-probe.ts';

/** Longest interruption of a flow, in milliseconds: far above what is measured (0.2 s), for a busy machine. */
const short = 3000;
const worstGap = (flows: readonly FlowResult[]): number => Math.max(...flows.map((flow) => flow.longestGap));
/** Whether each flow is cut off; a few packets lost or passed on a busy machine make no difference. */
const cutOff = (flows: readonly FlowResult[]): boolean[] => flows.map((flow) => flow.lost > flow.sent / 2);

const rackOf = (name: string): number => Number(/^rack(\d)/.exec(name)?.[1]);
/** The healthy kernel routes of some switches to some racks. */
const healthyRoutes = (names: readonly string[], to: readonly number[]) => routesTo(healthy.routes, names, to);

/** Kernel routes of some switches, those to some racks only. */
function routesTo(routes: typeof healthy.routes, names: readonly string[], to: readonly number[]) {
  const wanted = to.flatMap(prefixesOf);
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(Object.entries(routes[name] ?? {}).filter(([prefix]) => wanted.includes(prefix))),
    ]),
  );
}

/** BGP next hops of a leaf to all other racks: their leafs, without one that is gone. */
function nextHops(leaf: string, gone?: string) {
  const others = racks.filter((rack) => rack !== rackOf(leaf));
  return Object.fromEntries(
    others.flatMap((rack) => {
      const hops = leafs.filter((name) => rackOf(name) === rack && name !== gone).map(loopbackOf);
      return prefixesOf(rack).map((prefix) => [prefix, hops]);
    }),
  );
}

const allAnswered = Object.fromEntries(
  servers.flatMap((from) =>
    servers
      .filter((to) => to !== from)
      .flatMap((to) => [
        [`${from} ${to}`, true],
        [`${from} ${to} 9000 bytes`, true],
      ]),
  ),
);

describeWith(labNeeds, 'dual-leaf on real FRR', () => {
  let seen: Observation;
  beforeAll(async () => {
    const compilation = compileTopology('dual-leaf.yaml', { HEDDLE_OSPF_KEY: 'not-a-secret' });
    seen = (await runLab('dual-leaf-lab.ts', compilation, { seconds: 200 })) as Observation;
  }, 240_000);

  it('has every adjacency and session of the design, no others, and every next hop in the kernels', () => {
    expect(seen.started.state).toEqual(healthy);
  });

  it('speaks OSPF with MD5', () => {
    expect(Object.keys(seen.authentication)).toHaveLength(2);
    for (const kinds of Object.values(seen.authentication)) {
      expect(kinds.length).toBeGreaterThan(0);
      expect([...new Set(kinds)]).toEqual(['Cryptographic']);
    }
  });

  it('passes both leafs of a rack on to all other leafs', () => {
    expect(seen.nextHops).toEqual(Object.fromEntries(leafs.map((leaf) => [leaf, nextHops(leaf)])));
  });

  it('carries packets between racks, full-size ones too, whichever leaf a server is active on', () => {
    expect(seen.pings).toEqual({ first: allAnswered, second: allAnswered });
  });

  it('keeps the other path when a leaf loses power', () => {
    const { routes, nextHops: hops, flows, pings } = seen.leafOff;
    const [, second] = spinePorts(1);
    for (const spine of spines) {
      for (const prefix of prefixesOf(1)) expect(routes[spine]?.[prefix]).toEqual([second]);
    }
    expect(routesTo(routes, spines, [2, 3])).toEqual(healthyRoutes(spines, [2, 3]));
    const others = leafs.filter((leaf) => leaf !== 'rack1-leaf1');
    expect(routesTo(routes, others, racks)).toEqual(healthyRoutes(others, racks));
    expect(hops).toEqual(Object.fromEntries(others.map((leaf) => [leaf, nextHops(leaf, 'rack1-leaf1')])));
    expect(pings).toEqual(allAnswered);
    expect(worstGap(flows)).toBeGreaterThan(0);
    expect(worstGap(flows)).toBeLessThan(short);
  });

  it('loses nothing for long when the leaf comes back', () => {
    expect(worstGap(seen.leafBack)).toBeLessThan(short);
  });

  it('reaches the fabric over the other leaf when a leaf loses its uplinks, with the sessions it had', () => {
    const { routes, sessions, flows, pings } = seen.noUplinks;
    for (const prefix of [1, 3].flatMap(prefixesOf)) expect(routes['rack2-leaf1']?.[prefix]).toEqual(['vlan3967']);
    const [, second] = spinePorts(2);
    for (const spine of spines) {
      for (const prefix of prefixesOf(2)) expect(routes[spine]?.[prefix]).toEqual([second]);
    }
    const stayed = { state: 'Established', connectionsEstablished: 1, connectionsDropped: 0 };
    expect(sessions).toEqual([stayed, stayed]);
    expect(pings).toEqual(allAnswered);
    expect(worstGap(flows)).toBeLessThan(short);
  });

  it('loses what arrives at the leaf where a server is not active while the leafs have no link, and only that', () => {
    const { first, second, routes, back } = seen.noInterlink;
    // Both leafs go on announcing the rack.
    const others = [...spines, 'rack1-leaf1', 'rack2-leaf2'];
    expect(routesTo(routes, others, [3])).toEqual(healthyRoutes(others, [3]));
    expect(new Set(cutOff(first))).toEqual(new Set([true, false]));
    // The flows that arrive at the other leaf are the others.
    expect(cutOff(second)).toEqual(cutOff(first).map((cut) => !cut));
    for (const flow of back) expect(flow.lost).toBeLessThan(flow.sent);
  });

  it('is as before when all cables are back', () => {
    expect(seen.restored.state).toEqual(healthy);
    expect(cutOff(seen.restored.flows)).not.toContain(true);
  });
});
