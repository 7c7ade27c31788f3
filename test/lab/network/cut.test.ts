import { describe, expect, it } from 'vitest';
import type { Device } from '../../../src/device/device.ts';
import { leftOut } from '../../../src/lab/network/cut.ts';

const device = (kind: string, name: string, rack?: string) =>
  ({ kind, name, location: rack === undefined ? {} : { rack } }) as unknown as Device;

const devices = [
  device('switch', 'spine1'),
  ...['r1', 'r2', 'r3'].flatMap((rack) => [
    device('switch', `${rack}-leaf1`, rack),
    ...[1, 2, 3].map((number) => device('server', `${rack}-${number}`, rack)),
  ]),
];

describe('a cut', () => {
  it('of nothing leaves nothing out', () => {
    expect([...leftOut(devices, {})]).toEqual([]);
  });

  it('keeps what stands in no rack, and the leafs of its racks', () => {
    expect([...leftOut(devices, { racks: ['r1', 'r3'] })]).toEqual(['r2-leaf1', 'r2-1', 'r2-2', 'r2-3']);
  });

  it('keeps the first servers of each rack', () => {
    expect([...leftOut(devices, { racks: ['r2'], serversPerRack: 2 })].filter((name) => name.startsWith('r2'))).toEqual(
      ['r2-3'],
    );
    expect([...leftOut(devices, { serversPerRack: 1 })]).toHaveLength(6);
  });

  it('names a rack that is not there', () => {
    expect(() => leftOut(devices, { racks: ['r4'] })).toThrow('The fabric has no rack r4');
  });
});
