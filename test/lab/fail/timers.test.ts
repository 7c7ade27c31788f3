import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectionSeconds, timersOf } from '../../../src/lab/fail/timers.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import type { Device } from '../../../src/device/device.ts';

const devicesOf = (name: string): readonly Device[] =>
  compile(join(import.meta.dirname, '..', '..', '..', 'topologies', `${name}.yaml`)).devices;

/** The same devices, watched by the protocols' own timers. */
function withoutBfd(devices: readonly Device[]): Device[] {
  const text = JSON.stringify(devices, (key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    return key === 'bfd' && value === true ? false : value;
  });
  return JSON.parse(text) as Device[];
}

describe('timers', () => {
  it('are those that decide how soon a failure is noticed', () => {
    const timers = timersOf(devicesOf('ebgp-unnumbered'));
    expect(timers).toMatchObject({ bfd: ['100x3'], ospf: [], bgp: ['3/9'] });
    expect(timersOf(devicesOf('two-rack')).ospf).toHaveLength(1);
  });

  it('of BFD bound how long that takes', () => {
    expect(detectionSeconds(devicesOf('ebgp-unnumbered'), ['spine1'])).toBe(0.3);
    expect(detectionSeconds(devicesOf('two-rack'), ['r1-leaf1'])).toBe(0.3);
    expect(detectionSeconds(devicesOf('ebgp-unnumbered'), [])).toBe(0);
  });

  it('of OSPF and BGP do so without BFD; sessions between loopbacks follow OSPF', () => {
    expect(detectionSeconds(withoutBfd(devicesOf('ebgp-unnumbered')), ['rack1-leaf1'])).toBe(9);
    const [ospf = ''] = timersOf(devicesOf('two-rack')).ospf;
    expect(detectionSeconds(withoutBfd(devicesOf('two-rack')), ['r1-leaf1'])).toBe(Number(ospf.split('/')[1]));
  });
});
