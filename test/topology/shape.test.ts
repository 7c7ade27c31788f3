import { describe, expect, it } from 'vitest';
import { exampleTopology } from '../../src/rules/example.ts';
import { exampleWith, placeOf, readText, summary } from './read-text.ts';

describe('the schema', () => {
  it('fills in the defaults, which stand where what holds them stands', () => {
    const { topology, diagnostics } = readText(exampleTopology);
    expect(diagnostics).toEqual([]);
    const { data, spans } = topology!;
    expect(data).toMatchObject({
      design: 'l3-ospf-ibgp',
      zones: 1,
      include: [],
      links: [],
      routing: { bfd: { enabled: true, interval: 100, multiplier: 3 } },
      fabric: { mtu: 9214, leafs: { uplinks: { perSpine: 1 } } },
    });
    expect(data.racks[0]!.servers[0]).toMatchObject({ bond: 'lacp', nics: { count: 2 } });
    expect(spans.has(data.fabric, 'mtu')).toBe(false);
    expect(spans.has(data.fabric, 'asn')).toBe(true);
    expect(placeOf(spans.of(data.fabric.leafs.uplinks, 'perSpine'))).toMatch(/^topology.yaml:6:5 platform: linux/);
    expect(placeOf(spans.of(data.routing.bfd, 'interval'))).toMatch(/^topology.yaml:1:1 name: example/);
  });

  it('gives equal defaults to two holders, not one object', () => {
    const { data } = readText(exampleWith('racks: [{ name: a }, { name: b }]\n')).topology!;
    expect(data.racks[0]!.servers).not.toBe(data.racks[1]!.servers);
  });

  it.each([
    [
      'an unknown property',
      'networks: { a: { vlan: 1, pool: 10.0.0.0/8, mut: 9000 } }\n',
      'TOPO030 mut',
      /Did you mean mtu/,
    ],
    [
      'one near nothing',
      'addressing: { loopbacks: 10.0.0.0/8, p2pLinks: 10.0.0.0/8, zzzzzzzz: 1 }\n',
      'TOPO030 zzzzzzzz',
      /There are: loopbacks, p2pLinks, /,
    ],
    ['a missing property', 'links: [{ a: spine1 }]\n', 'TOPO031 { a: spine1 }', /^z: The other end/],
    ['a text for a number', 'zones: "5"\n', 'TOPO032 "5"', /without quotes: 5/],
    ['a number for a text', 'description: 1.10\n', 'TOPO032 1.10', /in quotes: "1.10"/],
    ['a word for a boolean', 'access: { bpduGuard: yes }\n', 'TOPO032 yes', /true and false/],
    ['an item for a list', 'system: { dns: 10.0.0.53 }\n', 'TOPO032 10.0.0.53', /\[10.0.0.53\]/],
    ['nothing for a list', 'links:\n', 'TOPO032 links', /\[\]/],
    ['a fraction', 'zones: 1.5\n', 'TOPO032 1.5', undefined],
    ['infinity', 'access: { stormControl: { broadcast: .inf } }\n', 'TOPO032 .inf', undefined],
    ['a number too large', 'networks: { a: { vlan: 1, pool: 10.0.0.0/8, mtu: 9217 } }\n', 'TOPO033 9217', undefined],
    ['a number too small', 'networks: { a: { vlan: 0, pool: 10.0.0.0/8 } }\n', 'TOPO033 0', undefined],
    [
      'a wrong form',
      'networks: { a: { vlan: 1, pool: 10.0.0.0 } }\n',
      'TOPO034 10.0.0.0',
      /For example: 10.10.0.0\/16/,
    ],
    ['a speed that no port has', 'links: [{ a: x, z: y, speed: 26G }]\n', 'TOPO034 26G', /10G/],
    ['a text too long', `system: { timezone: ${'x'.repeat(65)} }\n`, `TOPO034 ${'x'.repeat(65)}`, undefined],
    ['a path for a name', 'name: ../../etc\n', 'TOPO034 ../../etc', undefined],
    ['two lines in one', 'description: "a\\nb"\n', 'TOPO034 "a\\nb"', undefined],
    [
      'no choice',
      'networks: { a: { vlan: 1, pool: 10.0.0.0/8, gateway: frist } }\n',
      'TOPO035 frist',
      /Did you mean first/,
    ],
    ['a key that is no name', 'devices: { a_b: {} }\n', 'TOPO036 a_b', undefined],
    ['an empty list', 'system: { snmp: { community: env:C, clients: [] } }\n', 'TOPO037 []', undefined],
    ['tors beside leafs', 'racks: [{ name: r1, leafs: 1, tor: 1 }]\n', 'TOPO038 tor', undefined],
  ])('reports %s, once, at its place', (_, fragment, expected, hint) => {
    const result = readText(exampleWith(fragment));
    expect(summary(result)).toEqual([expected]);
    if (hint) expect(result.diagnostics[0]!.hint).toMatch(hint);
    else expect(result.diagnostics[0]!.hint ?? '').not.toMatch(/Did you mean/);
  });

  it('names the place in the data', () => {
    const { diagnostics } = readText(
      exampleWith(`racks:
  - name: r1
    servers:
      - { name: a, role: web, nics: { speed: 10G }, networks: [service] }
      - { name: b, role: web, nics: { speed: 10G, count: 17 }, networks: [service, "a b"] }
devices:
  "x\\e[31m": { mtu: 1 }
`),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('racks[0].servers[1].nics.count is 17 and must be from 1 to 16'),
      expect.stringContaining('racks[0].servers[1].networks[1] is "a b"'),
      expect.stringContaining('The key "x\\u001b[31m" of devices'),
      expect.stringContaining('devices["x\\u001b[31m"].mtu is 1'),
    ]);
  });

  it('does not repeat a secret', () => {
    const { diagnostics } = readText(
      exampleWith(`system:
  snmp: { community: hunter2, clients: [10.0.0.0/8] }
  users: [{ name: a, passwordHash: hunter2 }]
`),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['TOPO034', 'TOPO034']);
    for (const { message, hint } of diagnostics) expect(`${message} ${hint}`).not.toContain('hunter2');
  });

  it('accepts tors for leafs, and keeps the place', () => {
    const text = exampleTopology.replace('leafs:', 'tors:').replace('- name: r{1..2}', '- name: r{1..2}\n    tor: 2');
    const { topology, diagnostics } = readText(text);
    expect(diagnostics).toEqual([]);
    const { data, spans } = topology!;
    expect(data.racks[0]!.leafs).toBe(2);
    expect(placeOf(spans.ofKey(data.fabric, 'leafs'))).toBe('topology.yaml:5:3 tors');
    expect(placeOf(spans.of(data.racks[0]!, 'leafs'))).toBe('topology.yaml:15:10 2');
  });
});
