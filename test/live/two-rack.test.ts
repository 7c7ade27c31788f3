import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from './isolated.ts';
import { type SeenFabric, expectAnswers, expectPaths, seeFabric } from './see-fabric.ts';

describeWith(labNeeds, 'two-rack on real FRR', () => {
  let fabric: SeenFabric;
  beforeAll(async () => {
    fabric = await seeFabric('two-rack.yaml', ['service']);
  }, 180_000);

  it('has the sessions of its device model, no others, and every next hop in the kernels', () => {
    expect(fabric.seen.state).toEqual(fabric.expected);
  });

  it('has neighbours and sessions over every cable, and every spine as a next hop', () => {
    const { state } = fabric.seen;
    expect(Object.fromEntries(Object.entries(state).map(([name, { ospf }]) => [name, ospf]))).toEqual({
      'r1-leaf1': ['spine1 Full/-', 'spine2 Full/-'],
      'r2-leaf1': ['spine1 Full/-', 'spine2 Full/-'],
      spine1: ['r1-leaf1 Full/-', 'r2-leaf1 Full/-'],
      spine2: ['r1-leaf1 Full/-', 'r2-leaf1 Full/-'],
    });
    expect(Object.values(state).map(({ bgp }) => bgp.length)).toEqual([2, 2, 2, 2]);
    expect(state['r1-leaf1']?.routes).toEqual({ '10.20.1.0/24': ['spine1', 'spine2'] });
    expect(state['r2-leaf1']?.routes).toEqual({ '10.20.0.0/24': ['spine1', 'spine2'] });
  });

  it('carries packets between racks, full-size ones too', () => {
    expectAnswers(fabric.seen.echoes, 8);
    expectAnswers(fabric.seen.fullSize, 8);
    expectPaths(fabric.seen.paths, 2);
  });
});
