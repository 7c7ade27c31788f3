import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from './isolated.ts';
import { type SeenFabric, expectAnswers, expectPaths, seeFabric, spinesOf } from './see-fabric.ts';

const racks = [1, 2, 3];
const leafs = racks.map((rack) => `rack${rack}-leaf1`);
const prefixesOf = (rack: number): string[] => [
  `10.20.${rack - 1}.0/24`,
  rack === 1 ? '2001:db8:20::/64' : `2001:db8:20:${rack - 1}::/64`,
];

describeWith(labNeeds, 'dual-stack on real FRR', () => {
  let fabric: SeenFabric;
  beforeAll(async () => {
    fabric = await seeFabric('dual-stack.yaml', ['service']);
  }, 180_000);

  it('has the sessions of its device model, no others, and every next hop in the kernels', () => {
    expect(fabric.seen.state).toEqual(fabric.expected);
  });

  it('has neighbours of both versions of OSPF, sessions of both families, and BFD for each', () => {
    const { state } = fabric.seen;
    for (const leaf of leafs) {
      expect(state[leaf]?.ospf).toEqual(['spine1 Full/-', 'spine2 Full/-']);
      expect(state[leaf]?.ospf3).toEqual(['spine1 Full', 'spine2 Full']);
      expect(state[leaf]?.bfd).toEqual([
        'spine1 ipv4 up',
        'spine1 link-local up',
        'spine2 ipv4 up',
        'spine2 link-local up',
      ]);
    }
    for (const spine of ['spine1', 'spine2'])
      expect(state[spine]?.bgp).toEqual(
        leafs.flatMap((leaf) => [`${leaf} ipv4 Established`, `${leaf} ipv6 Established`]),
      );
  });

  it('reaches the prefixes of both families over both spines, from every leaf', () => {
    for (const rack of racks) {
      const others = racks.filter((other) => other !== rack).flatMap(prefixesOf);
      expect(fabric.seen.state[`rack${rack}-leaf1`]?.routes).toEqual(
        Object.fromEntries(others.map((prefix) => [prefix, ['spine1', 'spine2']])),
      );
    }
  });

  it('carries packets of both families between racks, full-size ones too, over both spines', () => {
    expectAnswers(fabric.seen.echoes, 48);
    expectAnswers(fabric.seen.fullSize, 48);
    expectPaths(fabric.seen.paths, 12);
    expect(spinesOf(fabric.seen.paths)).toEqual(['spine1', 'spine2']);
  });
});
