import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { labNeeds } from './isolated.ts';
import { type SeenFabric, expectAnswers, expectPaths, seeFabric, spinesOf } from './see-fabric.ts';

const leafs = [1, 2, 3, 4].map((rack) => `rack${rack}-leaf1`);

describeWith(labNeeds, 'ebgp-unnumbered on real FRR', () => {
  let fabric: SeenFabric;
  beforeAll(async () => {
    fabric = await seeFabric('ebgp-unnumbered.yaml', ['service']);
  }, 180_000);

  it('has the sessions of its device model, no others, and every next hop in the kernels', () => {
    expect(fabric.seen.state).toEqual(fabric.expected);
  });

  it('has a session and a next hop over every link', () => {
    const { state } = fabric.seen;
    for (const leaf of leafs) {
      expect(state[leaf]?.bgp).toEqual(['spine1 ipv4 Established', 'spine2 ipv4 Established']);
      expect(state[leaf]?.bfd).toEqual(['spine1 link-local up', 'spine2 link-local up']);
      for (const rack of [1, 2, 3, 4].filter((number) => leaf !== `rack${number}-leaf1`))
        expect(state[leaf]?.routes[`10.20.${rack - 1}.0/24`]).toEqual(['spine1', 'spine2']);
    }
    expect(state['spine1']?.bgp).toEqual(leafs.map((leaf) => `${leaf} ipv4 Established`));
  });

  it('sends IPv4 to link-local addresses only', () => {
    for (const gateways of Object.values(fabric.seen.gateways)) {
      expect(gateways.length).toBeGreaterThan(0);
      for (const gateway of gateways) expect(gateway).toMatch(/^fe80::|^169\.254\.0\.1$/);
    }
  });

  it('carries packets between racks, full-size ones too, over both spines', () => {
    expectAnswers(fabric.seen.echoes, 48);
    expectAnswers(fabric.seen.fullSize, 48);
    expectPaths(fabric.seen.paths, 12);
    expect(spinesOf(fabric.seen.paths)).toEqual(['spine1', 'spine2']);
  });
});
