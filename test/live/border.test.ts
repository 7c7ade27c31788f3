import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { aggregates, discarded, hosts, owners, unused } from './border-fabric.ts';
import type { BorderExpectation, BorderObservation } from './border-observation.ts';
import { expectedState } from './expected-state.ts';
import { compileTopology, labNeeds, runLab } from './isolated.ts';
import type { Routes, States } from './live-fabric.ts';
import { expectAnswers, leafOf } from './see-fabric.ts';

const spines = ['spine1', 'spine2'];
const borders = ['border1', 'border2'];
const leafs = ['rack1-leaf1', 'rack2-leaf1'];
const defaults = ['0.0.0.0/0', '::/0'];
const each = <T>(names: readonly string[], value: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** What the upstreams add to the routes that the fabric's switches tell each other. */
function withUpstreams(states: States): States {
  const added: Routes = {
    ...each([...leafs], each(defaults, spines)),
    ...each(spines, each(defaults, borders)),
    border1: { ...each(defaults, ['isp-a']), ...each(discarded, ['discard']) },
    border2: { ...each(defaults, ['isp-b']), ...each(discarded, ['discard']) },
  };
  return Object.fromEntries(
    Object.entries(states).map(([name, state]) => [name, { ...state, routes: { ...state.routes, ...added[name] } }]),
  );
}

/** The routes of a healthy fabric, with some changed. */
function routesWith(
  states: States,
  change: (name: string, prefix: string, hops: readonly string[]) => readonly string[],
): Routes {
  return Object.fromEntries(
    Object.entries(states).map(([name, { routes }]) => [
      name,
      Object.fromEntries(
        Object.entries(routes)
          .map(([prefix, hops]) => [prefix, change(name, prefix, hops)] as const)
          .filter(([, hops]) => hops.length > 0),
      ),
    ]),
  );
}

function expectation(states: States): BorderExpectation {
  const healthy = withUpstreams(states);
  return {
    healthy,
    oneUpstream: routesWith(healthy, (name, prefix, hops) => {
      if (!defaults.includes(prefix)) return hops;
      return name === 'border1' ? spines : hops.filter((hop) => hop !== 'border1');
    }),
    noUpstream: routesWith(healthy, (_, prefix, hops) => (defaults.includes(prefix) ? [] : hops)),
    noFabric: routesWith(healthy, (name, prefix, hops) => {
      if (name === 'border1') return hops.filter((hop) => hop === 'isp-a');
      return /^10\.255\.0\.63\/|^2001:db8:ff::3f\//.test(prefix) ? [] : hops.filter((hop) => hop !== 'border1');
    }),
  };
}

describeWith(labNeeds, 'border on real FRR', () => {
  let expected: BorderExpectation;
  let seen: BorderObservation;
  beforeAll(async () => {
    const compilation = compileTopology('border.yaml');
    expected = expectation(expectedState(compilation.devices));
    seen = (await runLab('border-lab.ts', compilation, { input: expected, seconds: 300 })) as BorderObservation;
  }, 330_000);

  it('has the sessions of its device model, no others, and every next hop in the kernels', () => {
    expect(seen.started.state).toEqual(expected.healthy);
  });

  it('takes the default route of each upstream and nothing else, and leads to both from everywhere', () => {
    const { state } = seen.started;
    for (const prefix of defaults) {
      for (const leaf of leafs) expect(state[leaf]?.routes[prefix]).toEqual(spines);
      for (const spine of spines) expect(state[spine]?.routes[prefix]).toEqual(borders);
      expect(borders.map((border) => state[border]?.routes[prefix])).toEqual([['isp-a'], ['isp-b']]);
    }
    for (const { routes } of Object.values(state)) {
      const outside = Object.entries(routes).filter(([, hops]) => hops.some((hop) => hop.startsWith('isp-')));
      expect(outside.filter(([prefix]) => !defaults.includes(prefix))).toEqual([]);
    }
  });

  it('is seen outside as its aggregates alone, from the border leafs themselves', () => {
    const prefixes = Object.values(aggregates);
    expect(seen.heard).toEqual({ 'isp-a': each(prefixes, '4200000999'), 'isp-b': each(prefixes, '4200000998') });
  });

  it('carries packets between racks, in the network that stays inside at its full size', () => {
    expectAnswers(seen.started.echoes, 24);
    expectAnswers(seen.started.fullSize, 24);
  });

  it('reaches what is behind each upstream from every server, by leaf, spine and a border leaf', () => {
    expectAnswered(seen.outside);
    for (const [key, path] of Object.entries(seen.paths)) {
      const [from = '', to = ''] = key.split(' ');
      const [, border, first, ...rest] = path.slice(1);
      expect(path[0]).toBe(leafOf(from));
      expect(spines).toContain(path[1]);
      expect(border).toBe(first === 'isp-a' ? 'border1' : 'border2');
      expect([first, ...rest]).toEqual(first === owners[to] ? [first] : [first, owners[to]]);
    }
    expect(new Set(Object.values(seen.paths).map((path) => path[2]))).toEqual(new Set(borders));
  });

  it('drops packets to addresses of its aggregates that no rack has, and sends none of them back', () => {
    expect(Object.keys(seen.unused.echoes)).toHaveLength(3 * unused.length);
    expect(new Set(Object.values(seen.unused.echoes))).toEqual(new Set(['nothing']));
    expect(seen.unused.forwarded).toBe(0);
  });

  it('goes by the other upstream when one is away', () => {
    const { routes, flows, outside } = seen.oneUpstream;
    expect(routes).toEqual(expected.oneUpstream);
    expectAnswered(outside);
    expect(flows).toHaveLength(24);
    // Some went by the upstream that left; none for long.
    expect(Math.max(...flows.map((flow) => flow.longestGap))).toBeLessThan(3000);
    for (const flow of flows) expect(flow.lost).toBeLessThan(flow.sent);
  });

  it('has no default route when both are away, one of them hung: the first leaf says so, and no packet circles', () => {
    const { routes, milliseconds, outside } = seen.noUpstream;
    expect(routes).toEqual(expected.noUpstream);
    // BFD of 100 ms against the upstream's 300 ms finds it in 0.9 s; BGP alone would take 180 s.
    expect(milliseconds).toBeLessThan(10_000);
    expect(Object.keys(outside)).toHaveLength(4 * hosts.length);
    for (const [key, answer] of Object.entries(outside)) {
      const gateways = key.startsWith('web-rack1')
        ? ['198.51.100.1', '2001:db8:20::1']
        : ['198.51.100.33', '2001:db8:20:1::1'];
      expect([
        `${gateways[0]}: Destination Net Unreachable`,
        `${gateways[1]}: Destination unreachable: No route`,
      ]).toContain(answer);
    }
  });

  it('announces nothing from a border leaf that has lost the fabric', () => {
    expect(seen.noFabric.routes).toEqual(expected.noFabric);
    expect(seen.noFabric.heard).toEqual({ ...seen.heard, 'isp-a': {} });
  });

  it('is as before when all is back', () => {
    expect(seen.restored.state).toEqual(expected.healthy);
  });
});

/** Every server reached every host outside. */
function expectAnswered(answers: Readonly<Record<string, string>>): void {
  expect(Object.keys(answers)).toHaveLength(4 * hosts.length);
  for (const answer of Object.values(answers)) expect(answer).toMatch(/^answer /);
}
