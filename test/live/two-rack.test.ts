import { expect, it } from 'vitest';
import { describeWith } from '../support/verifier.ts';
import { labNeeds, runLab } from './isolated.ts';
import type { Observation } from './two-rack-lab.ts';

describeWith(labNeeds, 'two-rack on real FRR', () => {
  it('converges from the generated files, with every spine as a next hop, and carries packets between racks', async () => {
    const seen = (await runLab('two-rack-lab.ts', 'two-rack.yaml', { seconds: 200 })) as Observation;
    expect(seen.ospf).toEqual({
      'r1-leaf1': ['Full/-', 'Full/-'],
      'r2-leaf1': ['Full/-', 'Full/-'],
      spine1: ['Full/-', 'Full/-'],
      spine2: ['Full/-', 'Full/-'],
    });
    for (const states of Object.values(seen.bgp)) expect(states).toEqual(['Established', 'Established']);
    expect(seen.nextHops).toEqual({ 'r1-leaf1': { '10.20.1.0/24': 2 }, 'r2-leaf1': { '10.20.0.0/24': 2 } });
    expect(Object.keys(seen.pings)).toHaveLength(8);
    expect(Object.values(seen.pings).every(Boolean)).toBe(true);
    expect(Object.values(seen.fullSizePings).every(Boolean)).toBe(true);
    expect(seen.converged).toBe(true);
  }, 240_000);
});
