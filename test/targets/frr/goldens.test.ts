import { describe, expect, it } from 'vitest';
import { target } from '../../../src/targets/frr/target.ts';
import { deepFreeze } from '../../support/freeze.ts';
import { expectGoldenFolder } from '../../support/goldens.ts';
import { fileOf } from './files.ts';
import { context, port, switches } from './fixtures.ts';
import { supported } from './whole-model.ts';

describe('the files of a Linux switch', () => {
  it.each(Object.keys(switches))('are for %s as they were', (name) => {
    expectGoldenFolder(`frr/${name}`, target.render(switches[name]!, context));
  });

  it.each(['dualStackLeaf', 'unnumberedLeaf', 'border', 'vrfLeaf'])('route for %s as they did', (name) => {
    const files = target.render(supported[name]!, context);
    const routing = files.filter(({ path }) => ['daemons', 'frr.conf', 'interfaces', 'sysctl.conf'].includes(path));
    expectGoldenFolder(`frr/${name}`, routing);
  });

  it('depend on the device alone', () => {
    const [one, other] = [switches['leaf-of-two']!, switches['spine-reflector']!];
    const first = target.render(deepFreeze(structuredClone(one)), context);
    target.render(other, context);
    expect(target.render(one, context)).toEqual(first);
  });

  it('spell ports and channels as switchdev does', () => {
    expect([port(1), port(12, 25, 1), port(12, 25, 4)].map(target.spellPort)).toEqual(['swp1', 'swp12s0', 'swp12s3']);
  });

  it('drain a switch in maintenance, and no other', () => {
    const drained = ['max-metric router-lsa administrative', 'bgp graceful-shutdown'];
    for (const line of drained) {
      expect(fileOf(switches['spine-maintenance']!, 'frr.conf')).toContain(`\n ${line}\n`);
      expect(fileOf(switches['spine-reflector']!, 'frr.conf')).not.toContain(line);
    }
  });
});
