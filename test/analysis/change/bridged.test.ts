import { describe, expect, it } from 'vitest';
import { changeBetween, edited } from './two-builds.ts';

const fabric = `name: layered
design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos, perRack: 2 }
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/64"], defaultRoute: true }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 25G }, networks: [service] }
  - name: r9
    leafs: 1
    servers:
      - { name: "db-{1..2}", role: db, nics: { speed: 25G }, networks: [service] }
`;

/** What happens to servers, rack by rack, when links are given. */
function mechanisms(links: string): string[] {
  return changeBetween(fabric, `${fabric}links:\n${links}`).impact.servers.map(
    ({ rack, mechanism }) => `${rack} ${mechanism}`,
  );
}

const replaced = (...otherModels: string[]) => changeBetween(fabric, fabric, { otherModels }).impact;

describe('a change of a bridged fabric', () => {
  it.each(['none', undefined] as const)('is none where the file stays as it is (output: %s)', (output) => {
    const { addresses, cables, impact } = changeBetween(fabric, fabric, output ? { output } : {});
    expect(addresses).toEqual({ added: [], changed: [], removed: [] });
    expect(cables).toMatchObject({ added: [], moved: [], removed: [] });
    expect(impact.servers).toEqual([]);
  });

  it('has no sessions that go down', () => {
    const { impact } = changeBetween(fabric, edited(fabric, 'r{1..2}', 'r{1..3}'));
    expect([...impact.ospf, ...impact.bgp]).toEqual([]);
    expect(impact.newSessions).toEqual({ ospf: 0, ospf3: 0, bgp: 0, mlag: 1 });
    expect(impact.servers).toEqual([]);
  });

  it('takes one of two paths where one cable to a core moves, and cuts a leaf off where both do', () => {
    const one = '  - { a: r9-leaf1, z: "spine1:20" }\n';
    expect(mechanisms(one)).toEqual(['r9 fewer-paths']);
    expect(mechanisms(`${one}  - { a: r9-leaf1, z: "spine2:20" }\n`)).toEqual(['r9 leaf-cut-off']);
    expect(mechanisms('  - { a: r1-leaf1, z: "spine1:20" }\n  - { a: r1-leaf1, z: "spine2:20" }\n')).toEqual([
      'r1 fewer-paths',
    ]);
  });

  it('keeps servers connected while one switch of a pair is replaced, and cuts them off where both are', () => {
    const told = (...names: string[]) =>
      replaced(...names).servers.map(({ rack, mechanism }) => `${rack} ${mechanism}`);
    expect(told('r1-leaf1')).toEqual(['r1 fewer-paths']);
    expect(told('r1-leaf1', 'r1-leaf2')).toEqual(['r1 leaf-cut-off']);
    expect(told('spine1')).toEqual(['r1 fewer-paths', 'r2 fewer-paths', 'r9 fewer-paths']);
    expect(told('spine1', 'spine2')).toEqual(['r1 leaf-cut-off', 'r2 leaf-cut-off', 'r9 leaf-cut-off']);
    const { mlag, ospf, ospf3, bgp } = replaced('r1-leaf1', 'spine1');
    expect(mlag.map(({ a, z }) => `${a} ${z}`).sort()).toEqual(['r1-leaf1 r1-leaf2', 'spine1 spine2']);
    expect([...ospf, ...ospf3, ...bgp]).toEqual([]);
  });
});
