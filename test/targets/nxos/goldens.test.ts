import { describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/nxos/target.ts';
import { deepFreeze } from '../../support/freeze.ts';
import { expectGoldenFolder } from '../../support/goldens.ts';
import { context, devices, render } from './parts.ts';

const golden = ['spine', 'serviced', 'mlagLeaf', 'unnumberedLeaf', 'leaking', 'secured', 'split'];

describe('NX-OS config', () => {
  it.each(golden)('of %s is as it was', (name) => {
    expectGoldenFolder(`nxos/${name}`, [{ path: 'expected.cfg', content: render(devices[name]!) }]);
  });

  it.each(Object.keys(devices))('of %s is one file, named after the switch', (name) => {
    const device = devices[name]!;
    expect(target.render(device, context).map((file) => file.path)).toEqual([`${device.name}.cfg`]);
  });

  it('is a pure function of the device', () => {
    for (const device of Object.values(devices)) {
      const first = render(deepFreeze(device));
      expect(render(structuredClone(device))).toBe(first);
    }
  });
});
