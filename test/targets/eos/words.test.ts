import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { ExpectedError } from '../../../src/diagnostics/expected-error.ts';
import { vlanList } from '../../../src/targets/eos/vlan-list.ts';
import { after, allLines, childLines, find, parseConfig } from './config-tree.ts';
import { devices } from './fixtures.ts';
import { activeOspf, bare, bareSystem, lag, qsfp, render, routed, secret, sfp, svi, switchPeer } from './parts.ts';
import { expandVlans } from './references.ts';

const linesOf = (device: SwitchDevice): string[] => allLines(parseConfig(render(device)));

const describedAs = (description: string): string | undefined =>
  after('description', linesOf(bare('box', { interfaces: [svi(10, '10.0.0.1/24', { description })] })))[0];

const withKey = (algorithm: 'md5' | 'sha256', name: string): SwitchDevice =>
  bare('box', {
    interfaces: [
      routed(qsfp(1), switchPeer('x', qsfp(1)), '10.0.0.0/31', {
        ...activeOspf,
        authentication: { algorithm, keyId: 1, key: secret(name) },
      }),
    ],
  });

/** What a config says of a switch port in VLANs. */
function switchportLines(tagged: number[], native?: number): string[] {
  const mode = { type: 'bridged', tagged, edge: false, ...(native === undefined ? {} : { native }) } as const;
  const port = { kind: 'ethernet', description: '', mtu: 1500, port: sfp(1), mode } as const;
  return childLines(find(parseConfig(render(bare('box', { interfaces: [port] }))), 'interface Ethernet1'));
}

describe('EOS words', () => {
  it('lists VLANs in order, runs as ranges', () => {
    expect(vlanList([30, 10, 11, 12, 4094, 20, 11])).toBe('10-12,20,30,4094');
    expect(vlanList([])).toBe('none');
  });

  it('lists any VLANs so that they are read back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 4094 }), { maxLength: 50 }), (vlans) => {
        const list = vlanList(vlans);
        expect(expandVlans(list)).toEqual(vlans.toSorted((a, b) => a - b));
        expect(list).not.toMatch(/(\d+)-\1\b/);
      }),
    );
  });

  it('tags VLAN 1 on a trunk that has no other for untagged frames', () => {
    expect(switchportLines([1, 20])).toEqual([
      'switchport trunk native vlan tag',
      'switchport trunk allowed vlan 1,20',
      'switchport mode trunk',
    ]);
    expect(switchportLines([1, 20], 30)).toContain('switchport trunk native vlan 30');
    expect(switchportLines([10, 20])).toEqual(['switchport trunk allowed vlan 10,20', 'switchport mode trunk']);
    expect(switchportLines([], 20)).toEqual(['switchport access vlan 20']);
    expect(switchportLines([])).toEqual(['switchport trunk allowed vlan none', 'switchport mode trunk']);
  });

  it('makes one line of plain text of any description', () => {
    expect(describedAs('  Speicher für   Göteborg?  ')).toBe('Speicher fur Goteborg');
    expect(describedAs('a\nno ip routing')).toBe('a no ip routing');
    expect(describedAs('磁盘')).toBeUndefined();
    expect(describedAs('x'.repeat(300))).toHaveLength(240);
  });

  it('lets no text end a line or start another', () => {
    const plain = render(
      bare('box', { vlans: [{ id: 7, name: 'x' }], interfaces: [svi(7, '10.0.0.1/24', { description: 'x' })] }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (description, name) => {
        const text = render(
          bare('box', {
            vlans: [{ id: 7, name: `x${name}` }],
            interfaces: [svi(7, '10.0.0.1/24', { description: `x${description}` })],
          }),
        );
        expect(text).toMatch(/^[ -~\n]*$/);
        expect(text.split('\n')).toHaveLength(plain.split('\n').length);
        expect(after('name', allLines(parseConfig(text)))[0]).toMatch(/^[!-~]{1,32}$/);
      }),
    );
  });

  it('locks the password of an account without one', () => {
    const users = [{ name: 'robot', role: 'admin', sshKeys: [] }] as const;
    const [account] = after('username robot', linesOf(bare('box', { system: { ...bareSystem, users } })));
    expect(account).toMatch(/^privilege 15 role network-admin secret sha512 \$6\$locked\$\.{86}$/);
  });

  it('refuses secrets that EOS would read otherwise', () => {
    expect(linesOf(withKey('md5', 'OSPF_KEY'))).toContain('ip ospf message-digest-key 1 md5 0 correct-horse');
    expect(() => render(withKey('md5', 'SPACED'))).toThrow('SPACED');
    expect(() => render(withKey('md5', 'LONG'))).toThrow(ExpectedError);
    expect(linesOf(withKey('sha256', 'LONG'))).toContain('ip ospf message-digest-key 1 sha256 0 seventeen-letters');
  });

  it('asks for no secret of a passive interface', () => {
    const device = devices['ospf-auth']!;
    const interfaces = device.interfaces.map((one) =>
      one.kind === 'loopback'
        ? {
            ...one,
            ospf: { ...one.ospf!, authentication: { algorithm: 'md5', keyId: 1, key: secret('NONE') } as const },
          }
        : one,
    );
    expect(render({ ...device, interfaces })).toBe(render(device));
  });

  it('finds a member without its LAG to be a fault of heddle', () => {
    const [member] = devices['leaf']!.interfaces.filter((one) => one.kind === 'ethernet');
    expect(() => render(bare('box', { interfaces: [member!] }))).toThrow('no LACP LAG 1');
    const failover = lag(1, {
      members: [],
      mode: { type: 'bridged', tagged: [], edge: false },
      protocol: { type: 'active-backup', primary: sfp(1) },
    });
    expect(() => render(bare('box', { interfaces: [member!, failover] }))).toThrow('no LACP LAG 1');
  });
});
