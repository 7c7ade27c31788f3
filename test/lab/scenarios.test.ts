import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labCables } from '../../src/lab/cables.ts';
import { summarise } from '../../src/lab/flows.ts';
import { linuxDevices } from '../../src/lab/linux-devices.ts';
import { predict } from '../../src/lab/predict.ts';
import { failuresWith, scenariosOf } from '../../src/lab/scenarios.ts';
import { compile } from '../../src/pipeline/compile.ts';

const file = join(import.meta.dirname, '..', '..', 'topologies', 'two-rack.yaml');
const { devices } = linuxDevices(compile(file).devices);
const scenarios = scenariosOf(devices, labCables(devices));
const named = (name: string) => scenarios.find((one) => one.name === name)!;

describe('failures of two racks', () => {
  it('are each link between switches, by both its ends, and each switch', () => {
    expect(scenarios.map(({ name }) => name)).toEqual([
      'link r1-leaf1 swp5 - spine1 swp1',
      'link r1-leaf1 swp6 - spine2 swp1',
      'link r2-leaf1 swp5 - spine1 swp2',
      'link r2-leaf1 swp6 - spine2 swp2',
      'switch spine1',
      'switch spine2',
      'switch r1-leaf1',
      'switch r2-leaf1',
    ]);
  });

  it('of a link leave the path over the other spine', () => {
    const { routers } = predict(devices, failuresWith(named('link r1-leaf1 swp5 - spine1 swp1'), {}));
    expect(routers.get('r1-leaf1')?.routes.get('10.20.1.0/24')).toEqual(['swp6 via 10.254.0.2']);
    expect(routers.get('r1-leaf1')?.interfaces.has('swp5')).toBe(false);
    expect(routers.get('spine1')?.interfaces.has('swp1')).toBe(false);
  });

  it('of a switch take it away, on top of what is missing anyway', () => {
    const { routers } = predict(devices, failuresWith(named('switch spine2'), { devices: new Set(['r2-leaf1']) }));
    expect([...routers.keys()]).toEqual(['spine1', 'r1-leaf1']);
    expect([...routers.get('r1-leaf1')!.routes.keys()]).toEqual(['10.255.0.1/32']);
  });
});

describe('a summary of flows', () => {
  const flow = { sent: 1000, lost: 0, longestGap: 0, endsLost: 0 };

  it('tells the worst one, and those that are cut for good', () => {
    expect(
      summarise([
        flow,
        { ...flow, lost: 10, longestGap: 50 },
        { ...flow, lost: 400, longestGap: 2000, endsLost: 2000 },
      ]),
    ).toEqual({ flows: 3, affected: 2, longestGap: 2000, cut: 1 });
  });

  it('of none is empty', () => {
    expect(summarise([])).toEqual({ flows: 0, affected: 0, longestGap: 0, cut: 0 });
  });
});
