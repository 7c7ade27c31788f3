import { describe, expect, it } from 'vitest';
import type { Port } from '../../../src/device/device.ts';
import { findPlatform, platformIds } from '../../../src/platforms/index.ts';
import { spellPort } from '../../../src/targets/sonic/names.ts';
import { panelOf } from '../../../src/targets/sonic/panels.ts';

const known = platformIds.filter((id) => panelOf(id));

const port = (platform: string, panel: number, channel?: number, channels = 1): Port => ({
  panel,
  ...(channel === undefined ? {} : { channel }),
  channels,
  lanes: 4,
  speed: 25,
  maxSpeed: 100,
  platform,
});

describe('ports of SONiC', () => {
  it('are known of these platforms', () => {
    expect(known).toEqual([
      'arista-7050cx3-32s',
      'arista-7050qx-32',
      'arista-7050sx3-48yc8',
      'arista-7060cx2-32s',
      'arista-7260cx3-64',
      'dell-s5248f-on',
      'edgecore-as7326-56x',
      'edgecore-as7712-32x',
      'edgecore-as7726-32x',
      'edgecore-as9726-32d',
      'juniper-qfx5200-32c',
      'nvidia-sn2410',
      'nvidia-sn2700',
      'nvidia-sn3700',
      'nvidia-sn4600',
    ]);
  });

  it.each(known)('of %s have lanes, names and aliases of their own', (id) => {
    const ports = [...panelOf(id)!.ports.values()];
    const lanes = ports.flatMap((one) => one.lanes);
    expect(new Set(lanes).size).toBe(lanes.length);
    expect(new Set(ports.map(({ alias }) => alias)).size).toBe(ports.length);
    // So that the channels of one are not called like those of another.
    const names = ports.flatMap(({ base, lanes: own }) => own.map((_, index) => base + index));
    expect(ports[0]!.base === 1 || new Set(names).size === names.length).toBe(true);
    expect(lanes.every((lane) => Number.isInteger(lane) && lane >= 0)).toBe(true);
  });

  it.each(known)('of %s are those of the platform: as many lanes, as fast', (id) => {
    const panel = panelOf(id)!;
    for (const run of findPlatform(id)!.ports) {
      for (let number = run.first; number <= run.last; number++) {
        const one = panel.ports.get(number);
        // Ports beside the panel's proper ones, for management: not all are in the device files.
        if (!one && run.connector.startsWith('sfp+')) continue;
        expect({ number, lanes: one?.lanes.length, speed: one?.speed }).toEqual({
          number,
          lanes: run.lanes,
          speed: Math.max(...run.speeds),
        });
      }
    }
  });

  it.each([
    // The rows of port_config.ini and platform.json that a reader can look up.
    ['edgecore-as7326-56x', 49, undefined, 1, 'Ethernet48'],
    ['edgecore-as7326-56x', 50, undefined, 1, 'Ethernet52'],
    ['edgecore-as9726-32d', 5, undefined, 1, 'Ethernet5'],
    ['nvidia-sn2410', 2, undefined, 1, 'Ethernet4'],
    ['nvidia-sn2410', 49, undefined, 1, 'Ethernet192'],
    ['juniper-qfx5200-32c', 1, undefined, 1, 'Ethernet4'],
    ['arista-7050cx3-32s', 3, 1, 4, 'Ethernet8'],
    ['arista-7050cx3-32s', 3, 4, 4, 'Ethernet11'],
    ['arista-7050cx3-32s', 3, 2, 2, 'Ethernet10'],
    ['nvidia-sn2700', 32, 2, 2, 'Ethernet126'],
  ] as const)('of %s: %s, channel %s of %s, is %s', (platform, panel, channel, channels, name) => {
    expect(spellPort(port(platform, panel, channel, channels))).toBe(name);
  });

  it('have a place for a name where nothing is known of them', () => {
    expect(spellPort(port('celestica-ds5000', 3, 2, 4))).toBe('panel port 3/2');
    const { platform: _none, ...bare } = port('x', 3);
    expect(spellPort(bare)).toBe('panel port 3');
  });
});
