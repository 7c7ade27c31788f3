import { describe, expect, it } from 'vitest';
import { changedEntries, readLearned } from '../../../src/lab/state/forwarding-entries.ts';

const fdb = JSON.stringify([
  { mac: '02:00:00:00:00:01', ifname: 'po1', vlan: 10, flags: [], master: 'bridge', state: '' },
  { mac: '02:00:00:00:00:01', ifname: 'po1', vlan: 20, flags: [], master: 'bridge', state: 'stale' },
  { mac: '02:00:00:00:00:02', ifname: 'bridge', vlan: 10, flags: [], master: 'bridge', state: 'permanent' },
  { mac: '33:33:00:00:00:01', ifname: 'swp1', flags: ['self'], state: 'permanent' },
]);

const entries = (routes: Record<string, string>, macs: Record<string, string> = {}) => ({
  routes: new Map(Object.entries(routes)),
  macs: new Map(Object.entries(macs)),
});

describe('what a device forwards by', () => {
  it('is learned addresses, by VLAN, and not those of its own', () => {
    expect(readLearned(fdb)).toEqual(
      new Map([
        ['10 02:00:00:00:00:01', 'po1'],
        ['20 02:00:00:00:00:01', 'po1'],
      ]),
    );
    expect(readLearned('')).toEqual(new Map());
  });

  it('is counted where it moved, is gone or is new', () => {
    const before = new Map([
      ['leaf1', entries({ '10.0.0.0/24': 'a b', '10.0.1.0/24': 'a' }, { '10 m': 'po1', '10 n': 'po2' })],
      ['leaf2', entries({ '10.0.0.0/24': 'a' })],
    ]);
    const after = new Map([
      ['leaf1', entries({ '10.0.0.0/24': 'a', '10.0.2.0/24': 'a' }, { '10 m': 'po3', '10 n': 'po2' })],
      ['leaf2', entries({})],
    ]);
    expect(changedEntries(before, after)).toEqual({ routes: 4, macs: 1 });
    expect(changedEntries(before, after, new Set(['leaf2']))).toEqual({ routes: 3, macs: 1 });
    expect(changedEntries(before, before)).toEqual({ routes: 0, macs: 0 });
  });
});
