import { describe, expect, it } from 'vitest';
import { cutsOff } from '../../../src/analysis/change/impact/impact.ts';
import { changeBetween, edited, topologyText } from './two-builds.ts';

const swift = topologyText('swift-5zone');
// 24 servers with two NICs fill the leaf of 48 ports: ten more need room first, by ten fewer to begin with or a larger leaf.
const withTen = edited(swift, '{01..20}', '{01..10}');
const roomier = edited(swift, '7050sx3-48yc8', '7050sx3-96yc8');

const growths = [
  { what: 'a fifth spine', before: swift, after: edited(swift, 'count: 4', 'count: 5'), switches: 1, servers: 0 },
  {
    what: 'a rack in the middle of every zone',
    before: swift,
    after: edited(swift, '"z{zone}r{1..4}"', '"z{zone}r{1,2,new,3,4}"'),
    switches: 5,
    servers: 120,
  },
  { what: 'ten servers more in a group of ten', before: withTen, after: swift, switches: 0, servers: 200 },
  {
    what: 'ten servers more in a group, on leafs with room',
    before: roomier,
    after: edited(roomier, '{01..20}', '{01..30}'),
    switches: 0,
    servers: 200,
  },
];

describe.each(growths)('$what', ({ before, after, switches, servers }) => {
  it.each(['lock and output', 'lock alone'])('changes no address of what is there: %s', (known) => {
    const change = changeBetween(before, after, known === 'lock alone' ? { output: 'none' } : {});
    expect(change.addresses.changed).toEqual([]);
    expect(change.addresses.removed).toEqual([]);
    expect(change.subnets.filter((subnet) => subnet.before !== undefined)).toEqual([]);
    expect(change.devices.removed).toEqual([]);
    const added = change.devices.added.map(({ kind }) => kind);
    expect(added.filter((kind) => kind === 'switch')).toHaveLength(switches);
    expect(added.filter((kind) => kind === 'server')).toHaveLength(servers);
    expect(change.cables.moved).toEqual([]);
    expect(change.cables.removed).toEqual([]);
    expect(change.cables.added.length).toBeGreaterThan(0);
    expect(change.impact.ospf).toEqual([]);
    expect(change.impact.bgp).toEqual([]);
    expect(change.impact.servers.filter(({ mechanism }) => cutsOff(mechanism))).toEqual([]);
  });
});

describe('ten servers more in a full rack, with a larger leaf in each', () => {
  const change = changeBetween(swift, edited(edited(swift, '{01..20}', '{01..30}'), '7050sx3-48yc8', '7050sx3-96yc8'));

  it('changes no address of what is there', () => {
    expect(change.addresses.changed).toEqual([]);
    expect(change.addresses.removed).toEqual([]);
    expect(change.subnets.filter((subnet) => subnet.before !== undefined)).toEqual([]);
    expect(change.addresses.added).toHaveLength(200 * 3);
  });

  it('moves the uplinks to the ports that are such on the larger model', () => {
    expect(change.cables.moved).toHaveLength(80);
  });
});

describe('nothing', () => {
  it.each(['two-rack', 'swift-5zone', 'five-stage', 'dual-leaf'])('changes %s', (name) => {
    const text = topologyText(name);
    const keys = { HEDDLE_OSPF_KEY: 'for-tests' };
    const change = changeBetween(text, text, { environments: [keys, keys] });
    const { devices, cables, addresses, subnets, files, plans, impact } = change;
    expect({ devices, cables, addresses, subnets, files, plans, impact }).toEqual({
      devices: { added: [], removed: [], replaced: [], renamed: [] },
      cables: { added: [], removed: [], moved: [], speeds: [] },
      addresses: { added: [], removed: [], changed: [] },
      subnets: [],
      files: [],
      plans: [],
      impact: {
        ospf: [],
        ospf3: [],
        bgp: [],
        mlag: [],
        newSessions: { ospf: 0, ospf3: 0, bgp: 0, mlag: 0 },
        renumbered: [],
        paths: [],
        servers: [],
        cables: [],
      },
    });
  });

  it.each(['two-rack', 'five-stage', 'dual-leaf'])('changes %s where only its lock is left', (name) => {
    const text = topologyText(name);
    const keys = { HEDDLE_OSPF_KEY: 'for-tests' };
    const { devices, cables, addresses, subnets } = changeBetween(text, text, {
      environments: [keys, keys],
      output: 'none',
    });
    expect(Object.values(devices).flat()).toEqual([]);
    expect(Object.values(cables).flat()).toEqual([]);
    expect(Object.values(addresses).flat()).toEqual([]);
    expect(subnets).toEqual([]);
  });
});
