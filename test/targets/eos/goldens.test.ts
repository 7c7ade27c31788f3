import { describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/eos/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';
import { deepFreeze } from '../../support/freeze.ts';
import { expectGoldenFolder } from '../../support/goldens.ts';
import { devices } from './fixtures.ts';
import { context, render } from './parts.ts';

/** Switches by hand that together use the whole device model, by the folder of their golden. */
const wide = Object.fromEntries(
  (
    [
      ['dual-stack-leaf', 'dualStackLeaf'],
      ['ebgp-leaf', 'ebgpLeaf'],
      ['unnumbered-leaf', 'unnumberedLeaf'],
      ['border', 'border'],
      ['mlag-leaf', 'mlagLeaf'],
      ['mlag-core', 'mlagCore'],
      ['vrf-leaf', 'vrfLeaf'],
      ['routed-host-leaf', 'routedHostLeaf'],
    ] as const
  ).map(([folder, name]) => [folder, fixtureDevices[name]!]),
);
const all = { ...devices, ...wide };

describe('EOS config', () => {
  it.each(Object.keys(all))('of %s is as it was', (name) => {
    expectGoldenFolder(`eos/${name}`, [{ path: 'expected.cfg', content: render(all[name]!) }]);
  });

  it.each(Object.keys(all))('of %s is one file, named after the switch', (name) => {
    const device = all[name]!;
    expect(target.render(device, context).map((file) => file.path)).toEqual([`${device.name}.cfg`]);
  });

  it('is a pure function of the device', () => {
    for (const device of Object.values(all)) {
      const first = render(deepFreeze(device));
      expect(render(structuredClone(device))).toBe(first);
    }
  });
});
