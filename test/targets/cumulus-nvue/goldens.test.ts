import { describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import { deepFreeze } from '../../support/freeze.ts';
import { expectGoldenFolder } from '../../support/goldens.ts';
import { context, switches } from './fixtures.ts';

const shown = ['spine', 'dualStackLeaf', 'unnumberedLeaf', 'mlagLeaf', 'vrfLeaf', 'border'];

describe('the document of a switch with Cumulus Linux', () => {
  it.each(shown)('is for %s as it was', (name) => {
    expectGoldenFolder(`cumulus-nvue/${name}`, target.render(switches[name]!, context));
  });

  it('depends on the device alone', () => {
    const [one, other] = [switches['mlagLeaf']!, switches['spine']!];
    const first = target.render(deepFreeze(structuredClone(one)), context);
    target.render(other, context);
    expect(target.render(one, context)).toEqual(first);
  });
});
