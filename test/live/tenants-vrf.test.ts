import { beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { compileTopology, labNeeds, runLab } from './isolated.ts';
import { expectAnswers, expectPaths } from './see-fabric.ts';
import type { VrfObservation } from './vrf-observation.ts';

const management = ['10.10.0.0/24', '10.10.1.0/24'];
const storage = ['10.30.0.0/24', '10.30.1.0/24'];
const loopbacks = {
  spine1: '10.255.0.1/32',
  spine2: '10.255.0.2/32',
  rack1: '10.255.0.65/32',
  rack2: '10.255.0.67/32',
};
const { spine1, spine2, rack1, rack2 } = loopbacks;

/** What each switch can reach in each instance; only leafs let routes over, and only between the two networks. */
const tables: VrfObservation['tables'] = {
  'rack1-leaf1': {
    default: [...management, ...storage, spine1, spine2, rack1, rack2].toSorted(),
    storage: [...management, ...storage],
  },
  'rack2-leaf1': {
    default: [...management, ...storage, spine1, spine2, rack1, rack2].toSorted(),
    storage: [...management, ...storage],
  },
  spine1: { default: [...management, spine1, rack1, rack2].toSorted(), storage },
  spine2: { default: [...management, spine2, rack1, rack2].toSorted(), storage },
};

describeWith(labNeeds, 'tenants on real FRR, namespaces in place of VRFs', () => {
  let seen: VrfObservation;
  beforeAll(async () => {
    seen = (await runLab('vrf-lab.ts', compileTopology('tenants.yaml'), {
      input: tables,
      seconds: 150,
    })) as VrfObservation;
  }, 180_000);

  it('has a session of the VRF over every link', () => {
    const toSpines = ['spine1 Established', 'spine2 Established'];
    const toLeafs = ['rack1-leaf1 Established', 'rack2-leaf1 Established'];
    expect(seen.sessions).toEqual({
      'rack1-leaf1': toSpines,
      'rack2-leaf1': toSpines,
      spine1: toLeafs,
      spine2: toLeafs,
    });
  });

  it('keeps storage apart on spines, and lets it and management over on leafs, those of the own rack too', () => {
    expect(seen.tables).toEqual(tables);
  });

  it('reaches storage over both spines, within the VRF', () => {
    const direct = { '10.30.0.0/24': ['rack1-leaf1'], '10.30.1.0/24': ['rack2-leaf1'] };
    expect(seen.routes).toEqual({
      'rack1-leaf1': { '10.30.1.0/24': ['spine1', 'spine2'] },
      'rack2-leaf1': { '10.30.0.0/24': ['spine1', 'spine2'] },
      spine1: direct,
      spine2: direct,
    });
  });

  it('carries packets of storage between racks at their full size', () => {
    expectAnswers(seen.echoes, 8);
    expectAnswers(seen.fullSize, 8);
    expectPaths(seen.paths, 2);
  });
});
