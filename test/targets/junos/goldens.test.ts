import { describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/junos/target.ts';
import { deepFreeze } from '../../support/freeze.ts';
import { expectGoldenFolder } from '../../support/goldens.ts';
import { context, devices, render } from './fixtures.ts';

const names = ['spine', 'leaf', 'ebgp-leaf', 'border', 'vrf-leaf', 'leaf-of-two'];

describe('Junos config', () => {
  it.each(names)('of %s is as it was', (name) => {
    expectGoldenFolder(`junos/${name}`, [{ path: 'expected.conf', content: render(devices[name]!) }]);
  });

  it.each(Object.entries(devices))('of %s is one file of set lines, each once, named after the switch', (_, device) => {
    const files = target.render(device, context);
    expect(files.map(({ path }) => path)).toEqual([`${device.name}.conf`]);
    const lines = render(device).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => !/^set \S.*\S$/.test(line) || / {2}/.test(line))).toEqual([]);
    expect(lines).toHaveLength(new Set(lines).size);
  });

  it('is a pure function of the device', () => {
    for (const device of Object.values(devices)) {
      const first = render(deepFreeze(device));
      expect(render(structuredClone(device))).toBe(first);
    }
  });
});
