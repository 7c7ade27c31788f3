import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failuresWith } from '../../../src/lab/fail/scenario.ts';
import { scenariosOf } from '../../../src/lab/fail/scenarios.ts';
import { labCables } from '../../../src/lab/network/cables.ts';
import { linuxDevices } from '../../../src/lab/network/linux-devices.ts';
import { predict } from '../../../src/lab/state/predict.ts';
import { compile } from '../../../src/pipeline/compile.ts';

const topology = (name: string) => join(import.meta.dirname, '..', '..', '..', 'topologies', `${name}.yaml`);
const { devices } = linuxDevices(compile(topology('two-rack')).devices, 'plain');
const scenarios = scenariosOf({ running: devices, cables: labCables(devices), upstreams: [] });
const named = (name: string) => scenarios.find((one) => one.name === name)!;
const link = 'link r1-leaf1 swp5 - spine1 swp1';

describe('failures of two racks', () => {
  it('are five of each link between switches, and three of each switch', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(4 * 5 + 4 * 3);
    expect(names.filter((name) => name.startsWith(link))).toEqual([
      `${link}: down at r1-leaf1`,
      `${link}: down at spine1`,
      `${link}: silent both ways`,
      `${link}: silent from r1-leaf1 to spine1`,
      `${link}: silent from spine1 to r1-leaf1`,
    ]);
    expect(names.filter((name) => name.startsWith('switch spine1'))).toEqual([
      'switch spine1: power off',
      'switch spine1: hang',
      'switch spine1: daemons killed',
    ]);
  });

  it('of a link leave the path over the other spine', () => {
    const { routers } = predict(devices, failuresWith(named(`${link}: down at spine1`), {}));
    expect(routers.get('r1-leaf1')?.routes.get('10.20.1.0/24')).toEqual(['swp6 via 10.254.0.2']);
    expect(routers.get('r1-leaf1')?.interfaces.has('swp5')).toBe(false);
    expect(routers.get('spine1')?.interfaces.has('swp1')).toBe(false);
  });

  it('of a link that is silent one way do so as well, with all interfaces up', () => {
    const scenario = named(`${link}: silent from spine1 to r1-leaf1`);
    expect(scenario.act).toMatchObject({
      directions: [{ from: { device: 'spine1', link: 'swp1' }, to: { device: 'r1-leaf1', link: 'swp5' } }],
    });
    const { routers } = predict(devices, failuresWith(scenario, {}));
    expect(routers.get('r1-leaf1')?.routes.get('10.20.1.0/24')).toEqual(['swp6 via 10.254.0.2']);
    expect(routers.get('r1-leaf1')?.interfaces.has('swp5')).toBe(true);
  });

  it('of a switch take it away, on top of what is missing anyway', () => {
    const usual = { devices: new Set(['r2-leaf1']) };
    const { routers } = predict(devices, failuresWith(named('switch spine2: power off'), usual));
    expect([...routers.keys()]).toEqual(['spine1', 'r1-leaf1']);
    expect([...routers.get('r1-leaf1')!.routes.keys()]).toEqual(['10.255.0.1/32']);
  });

  it('of a switch that hangs take all its cables, both ways', () => {
    const { act } = named('switch spine2: hang');
    expect(act.type === 'silence' && act.directions.map(({ from, to }) => `${from.device} ${to.device}`)).toEqual([
      'r1-leaf1 spine2',
      'spine2 r1-leaf1',
      'r2-leaf1 spine2',
      'spine2 r2-leaf1',
    ]);
  });

  it('of members of bonds are there only where the lab has bonds', () => {
    const { devices: dual } = linuxDevices(compile(topology('dual-leaf')).devices, 'native');
    const nics = (wiring: 'plain' | 'native') =>
      scenariosOf({ running: dual, cables: labCables(dual, wiring), upstreams: [] }).filter(
        ({ kind }) => kind === 'nic',
      );
    expect(nics('plain')).toEqual([]);
    expect(nics('native').length).toBeGreaterThan(0);
    expect(nics('native')[0]?.name).toMatch(/^nic compute-\S+ \S+ - \S+ \S+: down at |^nic \S+ \S+ - compute-/);
  });
});

describe('failures of an MLAG pair', () => {
  const { devices: pairs } = linuxDevices(compile(topology('mlag-leafs')).devices, 'native');
  const all = scenariosOf({ running: pairs, cables: labCables(pairs, 'native'), upstreams: [] });
  const peerLinks = all.filter(({ kind }) => kind === 'peer-link');

  it('are of each peer link, with its carrier and without', () => {
    expect(peerLinks.map(({ name }) => name)).toEqual([
      'peer link rack1-leaf1 - rack1-leaf2: down',
      'peer link rack1-leaf1 - rack1-leaf2: silent both ways',
      'peer link rack2-leaf1 - rack2-leaf2: down',
      'peer link rack2-leaf1 - rack2-leaf2: silent both ways',
    ]);
  });

  it('leave the rack to the primary: the other shuts its ports', () => {
    const { routers } = predict(pairs, failuresWith(peerLinks[0]!, {}));
    expect([...routers.get('rack1-leaf2')!.interfaces.keys()]).toEqual(['lo']);
    expect(routers.get('spine1')?.routes.get('10.10.0.0/24')).toEqual(['swp1 via 10.254.0.1']);
  });
});
