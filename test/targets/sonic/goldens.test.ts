import { describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/sonic/target.ts';
import { deepFreeze } from '../../support/freeze.ts';
import { expectGoldenFolder } from '../../support/goldens.ts';
import { sonicDevices } from './devices.ts';
import { context } from './parts.ts';

describe('the files of a switch with SONiC', () => {
  it.each(['dualStackLeaf', 'spine', 'split', 'unnumberedLeaf', 'vrfLeaf'])('are as they were: %s', (name) => {
    expectGoldenFolder(`sonic/${name}`, target.render(sonicDevices[name]!, context));
  });

  it('are a pure function of the device', () => {
    for (const device of Object.values(sonicDevices)) {
      const first = target.render(deepFreeze(structuredClone(device)), context);
      expect(target.render(structuredClone(device), context)).toEqual(first);
    }
  });

  it('have tables, ports and fields in the order in which SONiC writes them', () => {
    const { content } = target.render(sonicDevices['split']!, context)[0]!;
    const config = JSON.parse(content) as Record<string, object>;
    expect(Object.keys(config)).toEqual(Object.keys(config).toSorted());
    expect(Object.keys(config['PORT']!).slice(0, 8)).toEqual(
      [0, 1, 2, 3, 4, 6, 8, 12].map((number) => `Ethernet${number}`),
    );
    expect(content).toBe(`${JSON.stringify(config, null, 4)}\n`);
  });
});
