import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairsFor } from '../../../src/lab/fail/pairs.ts';
import type { Scenario } from '../../../src/lab/fail/scenario.ts';
import { scenariosOf } from '../../../src/lab/fail/scenarios.ts';
import { labCables } from '../../../src/lab/network/cables.ts';
import { linuxDevices } from '../../../src/lab/network/linux-devices.ts';
import { serverPairs } from '../../../src/lab/test/server-pairs.ts';
import { compile } from '../../../src/pipeline/compile.ts';

const { plan, devices: compiled } = compile(
  join(import.meta.dirname, '..', '..', '..', 'topologies', 'ebgp-unnumbered.yaml'),
);
const { devices } = linuxDevices(compiled, 'plain');
const scenarios = scenariosOf({ running: devices, cables: labCables(devices), upstreams: [] });
const all = serverPairs(plan!, devices, 400);
const named = (name: string): Scenario => scenarios.find((one) => one.name === name)!;
const racksOf = (scenario: Scenario) => pairsFor(all, devices, scenario, scenario.failures).map(({ racks }) => racks);

describe('pairs of servers with flows', () => {
  it('are in different racks, no two in the same ones, and near what breaks', () => {
    const racks = racksOf(named('link rack3-leaf1 swp9 - spine1 swp3: silent both ways'));
    expect(racks).toHaveLength(4);
    expect(new Set(racks.map((one) => one.toSorted().join(' '))).size).toBe(4);
    expect(racks.filter((one) => one.includes('rack3'))).toHaveLength(3);
  });

  it.each(['power off', 'hang', 'daemons killed'])('have no server whose only leaf is away: %s', (what) => {
    const racks = racksOf(named(`switch rack2-leaf1: ${what}`));
    expect(racks).toHaveLength(3);
    expect(racks.flat()).not.toContain('rack2');
  });

  it('are over IPv6 where no server has anything else', () => {
    const six = all.map((pair) => ({ ...pair, family: 6 as const }));
    const spine = named('switch spine1: hang');
    expect(pairsFor(six, devices, spine, spine.failures)).toHaveLength(4);
    expect(pairsFor([...six, ...all], devices, spine, spine.failures).map(({ family }) => family)).toEqual([
      4, 4, 4, 4,
    ]);
  });
});
