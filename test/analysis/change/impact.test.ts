import { describe, expect, it } from 'vitest';
import type { FabricChange } from '../../../src/analysis/change/fabric-change.ts';
import { changeBetween, edited, topologyText } from './two-builds.ts';

const twoRack = topologyText('two-rack');
const dualLeaf = topologyText('dual-leaf');
const swift = topologyText('swift-5zone');

const reasonsOf = (sessions: FabricChange['impact']['ospf']) =>
  new Map(sessions.map(({ a, z, reasons }) => [`${a} ${z}`, reasons]));
const mechanisms = ({ impact }: FabricChange) => impact.servers.map(({ rack, mechanism }) => `${rack} ${mechanism}`);

describe('a spine that is removed', () => {
  const change = changeBetween(swift, edited(swift, 'spines: { count: 4', 'spines: { count: 3'));

  it('takes one path of every rack and cuts nobody off', () => {
    expect(change.impact.paths).toHaveLength(20);
    expect(change.impact.paths[0]).toEqual({ leaf: 'z1r1-leaf1', rack: 'z1r1', before: 4, kept: 3, after: 3 });
    expect(new Set(change.impact.servers.map(({ mechanism }) => mechanism))).toEqual(new Set(['fewer-paths']));
    // BFD of the topology: 100 ms, three times.
    expect(change.impact.servers[0]?.milliseconds).toBe(300);
  });

  it('takes its sessions with it, and no others', () => {
    expect(change.impact.ospf).toHaveLength(20);
    expect(change.impact.bgp).toHaveLength(20);
    for (const { z, gone, reasons } of [...change.impact.ospf, ...change.impact.bgp]) {
      expect({ z, gone, reasons }).toEqual({ z: 'spine4', gone: true, reasons: ['device-removed'] });
    }
  });

  it('leaves cables to pull, spelled as the switches spell their ports', () => {
    expect(change.impact.cables).toHaveLength(20);
    expect(change.impact.cables[0]).toMatchObject({
      action: 'pull',
      from: { device: 'z1r1-leaf1', rack: 'z1r1', port: 'Ethernet52/1' },
      to: { device: 'spine4', port: 'Ethernet1/1' },
    });
  });
});

describe('another port', () => {
  it('of an uplink resets one adjacency, and is a cable to move', () => {
    const change = changeBetween(twoRack, `${twoRack}links: [{ a: "r1-leaf1", z: "spine1:4" }]\n`);
    expect(change.cables.moved).toHaveLength(1);
    expect(change.impact.cables).toMatchObject([
      {
        action: 'move',
        from: { device: 'spine1', port: 'swp1' },
        to: { device: 'spine1', port: 'swp4' },
        other: { device: 'r1-leaf1', rack: 'r1', port: 'swp5' },
      },
    ]);
    expect(reasonsOf(change.impact.ospf)).toEqual(new Map([['r1-leaf1 spine1', ['port-moved']]]));
    // Between loopbacks, and the leaf has another way there.
    expect(change.impact.bgp).toEqual([]);
    expect(mechanisms(change)).toEqual(['r1 fewer-paths']);
  });

  it('of a server with one cable cuts it off until the cable is moved', () => {
    const change = changeBetween(twoRack, `${twoRack}links: [{ a: server-r1-1, z: "r1-leaf1:4" }]\n`);
    expect(change.impact.servers).toEqual([{ rack: 'r1', mechanism: 'cables-moved', servers: ['server-r1-1'] }]);
    expect(change.impact.cables).toMatchObject([
      { action: 'move', from: { port: 'swp1' }, to: { device: 'r1-leaf1', rack: 'r1', port: 'swp4' } },
    ]);
    expect(change.impact.ospf).toEqual([]);
  });

  it('of one of two cables of a bond leaves the server connected', () => {
    const withRoom = edited(swift, '{01..20}', '{01..10}');
    const change = changeBetween(withRoom, `${withRoom}links: [{ a: object-z1r1-01, z: "z1r1-leaf1:48" }]\n`);
    expect(change.impact.cables).toHaveLength(1);
    expect(change.impact.servers).toEqual([
      { rack: 'z1r1', mechanism: 'bond-failover', servers: ['object-z1r1-01'], milliseconds: 100 },
    ]);
  });
});

describe('other addresses', () => {
  it('of a pool of links renumber every link, and cut off racks with one leaf', () => {
    const change = changeBetween(twoRack, edited(twoRack, '10.254.0.0/24', '10.252.0.0/24'));
    expect(change.addresses.changed).toHaveLength(8);
    expect(change.impact.renumbered).toHaveLength(4);
    expect(change.impact.renumbered[0]).toEqual({
      link: 'r1-leaf1--spine1#1',
      before: '10.254.0.0/31',
      after: '10.252.0.0/31',
    });
    expect([...reasonsOf(change.impact.ospf).values()].map(String)).toEqual(Array(4).fill('renumbered'));
    expect([...reasonsOf(change.impact.bgp).values()].map(String)).toEqual(Array(4).fill('no-path-left'));
    expect(mechanisms(change)).toEqual(['r1 leaf-cut-off', 'r2 leaf-cut-off']);
  });

  it('of a pool of links cut off racks with two leafs, too', () => {
    const keys = { HEDDLE_OSPF_KEY: 'for-tests' };
    const other = edited(dualLeaf, 'p2pLinks: 10.254.0.0/22', 'p2pLinks: 10.252.0.0/22');
    const { servers } = changeBetween(dualLeaf, other, { environments: [keys, keys] }).impact;
    expect(servers.map(({ rack, mechanism, leafs }) => ({ rack, mechanism, leafs }))).toEqual(
      ['rack1', 'rack2', 'rack3'].map((rack) => ({
        rack,
        mechanism: 'leaf-cut-off',
        leafs: [`${rack}-leaf1`, `${rack}-leaf2`],
      })),
    );
  });

  it('of servers cut them off until they have their new config', () => {
    const change = changeBetween(twoRack, edited(twoRack, '10.20.0.0/16', '10.21.0.0/16'));
    expect(mechanisms(change)).toEqual(['r1 renumbered', 'r2 renumbered']);
    expect(change.subnets).toContainEqual({
      network: 'service',
      rack: 'r1',
      before: '10.20.0.0/24',
      after: '10.21.0.0/24',
    });
    expect(change.impact.ospf).toEqual([]);
  });

  it('of a loopback reset everything of that switch', () => {
    const change = changeBetween(twoRack, `${twoRack}devices: { spine1: { loopback: 10.255.0.9 } }\n`);
    expect(change.addresses.changed.map(({ before, after }) => [before.address, after.address])).toEqual([
      ['10.255.0.1/32', '10.255.0.9/32'],
    ]);
    for (const sessions of [change.impact.ospf, change.impact.bgp]) {
      expect(sessions.map(({ z }) => z)).toEqual(['spine1', 'spine1']);
      for (const { reasons } of sessions) expect(reasons).toContain('loopback-changed');
    }
    expect(mechanisms(change)).toEqual(['r1 fewer-paths', 'r2 fewer-paths']);
  });
});

describe('servers and their leaf', () => {
  it('are cut off from each other while a VLAN has two numbers', () => {
    const change = changeBetween(swift, edited(swift, 'vlan: 30', 'vlan: 31'));
    expect(new Set(change.impact.servers.map(({ mechanism }) => mechanism))).toEqual(new Set(['vlan-changed']));
    expect(change.impact.servers).toHaveLength(20);
    expect(change.impact.servers[0]?.servers).toHaveLength(24);
  });

  it('are not, where the network is untagged', () => {
    expect(mechanisms(changeBetween(twoRack, edited(twoRack, 'vlan: 20', 'vlan: 21')))).toEqual([]);
  });

  it('both get a new config where a network loses its tag', () => {
    const change = changeBetween(swift, edited(swift, 'bond: lacp', 'bond: lacp\n        untagged: management'));
    expect(mechanisms(change)).toContain('z1r1 ends-reconfigured');
  });

  it('are not touched by what only the server has', () => {
    const change = changeBetween(twoRack, `${twoRack}system: { dns: [10.1.0.10] }\n`);
    expect(mechanisms(change)).toEqual(['r1 reconfigured', 'r2 reconfigured']);
    expect(change.impact.ospf).toEqual([]);
  });
});

describe('a key of OSPF', () => {
  it('resets the path between the leafs of a rack, too', () => {
    const environments = [{ HEDDLE_OSPF_KEY: 'one' }, { HEDDLE_OSPF_KEY: 'other' }] as const;
    const { ospf } = changeBetween(dualLeaf, dualLeaf, { environments }).impact;
    expect(ospf).toHaveLength(15);
    for (const { reasons } of ospf) expect(reasons).toEqual(['authentication-changed']);
  });
});

describe('renamed racks', () => {
  it.each([undefined, 'none'] as const)('stay the same devices (output: %s)', (output) => {
    const renamed = edited(twoRack, 'name: "r{1..2}"', 'name: "row{1..2}"\n    renamedFrom: "r{1..2}"');
    const change = changeBetween(twoRack, renamed, output ? { output } : {});
    expect(change.devices.renamed.map(({ before, after }) => `${before} ${after}`).sort()).toEqual([
      'r1-leaf1 row1-leaf1',
      'r2-leaf1 row2-leaf1',
      'server-r1-1 server-row1-1',
      'server-r1-2 server-row1-2',
      'server-r2-1 server-row2-1',
      'server-r2-2 server-row2-2',
    ]);
    expect([change.devices.added, change.devices.removed, change.cables.added, change.cables.removed]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(Object.values(change.addresses).flat()).toEqual([]);
    expect([change.impact.ospf, change.impact.bgp, change.impact.servers]).toEqual([[], [], []]);
  });
});

describe('settings that both ends must share', () => {
  it('OSPF timers reset every adjacency', () => {
    const change = changeBetween(twoRack, `${twoRack}routing: { ospf: { helloInterval: 5, deadInterval: 20 } }\n`);
    expect([...reasonsOf(change.impact.ospf).values()].map(String)).toEqual(Array(4).fill('timers-changed'));
  });

  it('a second leaf brings additional paths, and every BGP session opens anew', () => {
    const one = edited(edited(dualLeaf, 'leafs: 2', 'leafs: 1'), 'interlink: { count: 2, speed: 100G }', '');
    const single = one.replaceAll('bond: active-backup', 'bond: lacp');
    const keys = { HEDDLE_OSPF_KEY: 'for-tests' };
    const change = changeBetween(single, dualLeaf, { environments: [keys, keys] });
    expect(change.impact.bgp.length).toBeGreaterThan(0);
    for (const { reasons } of change.impact.bgp) expect(reasons).toContain('additional-paths-changed');
    expect(mechanisms(change)).toContain('rack1 leaf-sessions-reset');
  });

  it('a switch of another model is replaced, and all its sessions go down', () => {
    const change = changeBetween(twoRack, twoRack, { otherModels: ['spine2'] });
    expect(change.devices.replaced.map(({ name }) => name)).toEqual(['spine2']);
    for (const sessions of [change.impact.ospf, change.impact.bgp]) {
      expect(sessions.map(({ a, z }) => `${a} ${z}`)).toEqual(['r1-leaf1 spine2', 'r2-leaf1 spine2']);
      for (const { reasons } of sessions) expect(reasons).toEqual(['switch-replaced']);
    }
  });

  it('a switch with another system is replaced', () => {
    const keys = { HEDDLE_OSPF_KEY: 'for-tests' };
    const before = edited(dualLeaf, '    os: frr', '    os: eos').replace(
      'platform: nvidia-sn2410',
      'platform: arista-7050sx3-48yc8',
    );
    const change = changeBetween(before, edited(before, 'os: eos', 'os: frr'), { environments: [keys, keys] });
    expect(change.devices.replaced).toHaveLength(6);
    expect(mechanisms(change)).toContain('rack1 leaf-cut-off');
  });
});

describe('a leaf of two that is removed', () => {
  const keys = { HEDDLE_OSPF_KEY: 'for-tests' };
  const change = changeBetween(dualLeaf, edited(dualLeaf, 'rack{1..3}', 'rack{1..2}'), { environments: [keys, keys] });

  it('takes its rack out, and touches no other', () => {
    expect(change.devices.removed.map(({ rack }) => rack)).toEqual(Array(13).fill('rack3'));
    expect(change.impact.servers).toEqual([]);
    expect(change.impact.paths).toEqual([]);
  });
});
