import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../../src/diagnostics/expected-error.ts';
import { childLines, find, parseConfig } from './config-tree.ts';
import { address, bare, lag, loopback, member, qsfp, render, sfp, svi, switchPeer } from './parts.ts';

const extra = ['ip access-group EDGE in'];

describe('EOS', () => {
  it("has the user's lines on an interface last, and says whose they are", () => {
    const bridged = { type: 'bridged', tagged: [10], edge: true } as const;
    const interfaces = [
      { ...lag(1, { members: [qsfp(1)], mode: bridged }), extra },
      { ...member(qsfp(1), switchPeer('x', qsfp(1)), 1), extra },
      { ...loopback('10.0.0.1'), extra },
      svi(10, '10.0.0.1/24', { extra }),
      {
        kind: 'sub',
        parent: { lag: 1 },
        vlan: 7,
        description: '',
        mtu: 1500,
        mode: { type: 'routed', addresses: [], routes: [] },
        extra,
      } as const,
    ];
    const text = render(bare('box', { interfaces }));
    for (const name of ['Port-Channel1', 'Port-Channel1.7', 'Ethernet1/1', 'Loopback0', 'Vlan10']) {
      const stanza = text.split(/^!\n/m).find((one) => one.startsWith(`interface ${name}\n`))!;
      expect(stanza.endsWith('   ! from the file, as written there:\n   ip access-group EDGE in\n'), name).toBe(true);
    }
  });

  it("has the user's lines about the switch at the end", () => {
    const lines = ['hardware tcam', '   system profile vxlan-routing'];
    expect(
      render(bare('box', { extra: lines })).endsWith(
        '!\n! from the file, as written there:\nhardware tcam\n   system profile vxlan-routing\n!\nend\n',
      ),
    ).toBe(true);
  });

  it.each(['a\nno ip routing', 'a\rb', 'a\u0007', ' end', 'a\u2028b'])("refuses %j as a line of the user's", (line) => {
    expect(() => render(bare('box', { extra: [line] }))).toThrow(ExpectedError);
    expect(() => render(bare('box', { interfaces: [svi(10, '10.0.0.1/24', { extra: [line] })] }))).toThrow(
      ExpectedError,
    );
  });

  it('has tagged VLANs after the port or LAG that they are on', () => {
    const routedMode = { type: 'routed', addresses: [address('10.0.0.0/31')], routes: [] } as const;
    const tagged = (parent: { lag: number }, vlan: number) =>
      ({ kind: 'sub', parent, vlan, description: 'VRF x', mtu: 9214, mode: { ...routedMode, vrf: 'x' } }) as const;
    const interfaces = [
      lag(1, { members: [], mode: routedMode }),
      lag(2, { members: [], mode: routedMode }),
      tagged({ lag: 1 }, 101),
      tagged({ lag: 1 }, 102),
    ];
    const config = parseConfig(
      render(bare('box', { interfaces, vrfs: [{ name: 'x', routeDistinguisher: '1.1.1.1:1' }] })),
    );
    expect(config.flatMap(({ line }) => /^interface (Port.*)/.exec(line)?.[1] ?? [])).toEqual([
      'Port-Channel1',
      'Port-Channel1.101',
      'Port-Channel1.102',
      'Port-Channel2',
    ]);
    expect(childLines(find(config, 'interface Port-Channel1.102'))).toEqual([
      'description VRF x',
      'mtu 9214',
      'encapsulation dot1q vlan 102',
      'vrf x',
      'ip address 10.0.0.0/31',
    ]);
  });

  it('does not negotiate a static LAG', () => {
    const mode = { type: 'bridged', tagged: [10], edge: false } as const;
    const interfaces = [
      lag(1, { members: [sfp(1)], protocol: { type: 'static' }, mode }),
      member(sfp(1), switchPeer('x', sfp(1)), 1),
    ];
    expect(childLines(find(parseConfig(render(bare('box', { interfaces }))), 'interface Ethernet1'))).toEqual([
      'description to x Ethernet1 (object)',
      'channel-group 1 mode on',
    ]);
  });
});
