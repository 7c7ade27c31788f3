import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { ExpectedError } from '../../../src/diagnostics/expected-error.ts';
import { reservedBlock } from '../../../src/targets/nxos/reserved-vlans.ts';
import { breakoutOf, speedOf } from '../../../src/targets/nxos/speed.ts';
import { target } from '../../../src/targets/nxos/target.ts';
import { vlanList } from '../../../src/targets/nxos/vlan-list.ts';
import { after, linesOf, sectionsOf } from './config-lines.ts';
import { devices, render, secret } from './parts.ts';
import { expandVlans } from './references.ts';

const core = devices['mlagCore']!;
const { mlag: _mlag, ...single } = core;
const bare: SwitchDevice = { ...single, interfaces: [], vlans: [], vrfs: [] };

const port = { panel: 1, channels: 1, lanes: 1, speed: 25, maxSpeed: 25 };

/** What a config says of a port. */
function portLines(mode: Extract<Interface, { kind: 'ethernet' }>['mode']): string[] {
  const text = render({
    ...bare,
    interfaces: [{ kind: 'ethernet', description: '', mtu: 9000, port, mode }],
  });
  return sectionsOf(text)
    .get('interface Ethernet1/1')!
    .map((line) => line.trim());
}

const svi = (description: string): Interface => ({
  kind: 'svi',
  vlan: 7,
  description,
  mtu: 1500,
  addresses: [],
  gateways: [],
  dhcpRelay: [],
});

const rendered = (description: string, name: string): string =>
  render({ ...bare, vlans: [{ id: 7, name }], interfaces: [svi(description)] });

const switchportLines = (tagged: number[], native?: number): string[] =>
  portLines({ type: 'bridged', tagged, edge: false, ...(native === undefined ? {} : { native }) }).filter((line) =>
    line.startsWith('switchport '),
  );

const withKey = (name: string): SwitchDevice => ({
  ...devices['secured']!,
  interfaces: devices['secured']!.interfaces.map((one) =>
    one.kind === 'ethernet' && one.mode.type === 'routed' && one.port.panel === 1
      ? {
          ...one,
          mode: {
            ...one.mode,
            ospf: { ...one.mode.ospf!, authentication: { algorithm: 'md5', keyId: 1, key: secret(name) } },
          },
        }
      : one,
  ),
});

describe('NX-OS words', () => {
  it('names ports by panel and channel, whatever lanes they have', () => {
    expect(target.spellPort(port)).toBe('Ethernet1/1');
    expect(target.spellPort({ ...port, panel: 49, lanes: 4, channels: 4, channel: 2 })).toBe('Ethernet1/49/2');
    expect(target.spellPort({ ...port, panel: 50, lanes: 4, channels: 2, channel: 2 })).toBe('Ethernet1/50/2');
  });

  it('sets a speed where it is not the port’s own, and divides ports by speed and count', () => {
    expect(speedOf(port)).toBeNull();
    expect(speedOf({ ...port, speed: 10 })).toBe(10000);
    const channel = { ...port, lanes: 4, channels: 2, channel: 1, speed: 50, maxSpeed: 100 };
    expect(speedOf(channel)).toBeNull();
    expect(breakoutOf(channel)).toBe('50g-2x');
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

  it('keeps a block of VLANs from NX-OS that no network needs', () => {
    expect(reservedBlock([10, 3967])).toBeNull();
    expect(reservedBlock([10, 4093])).toBe(3840);
    expect(reservedBlock([3900, 4093])).toBe(3772);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 4094 }), { minLength: 1, maxLength: 20 }), (vlans) => {
        const first = reservedBlock([...vlans, 4000])!;
        expect(vlans.some((vlan) => vlan >= first && vlan < first + 128)).toBe(false);
        expect(first).toBeLessThanOrEqual(3840);
      }),
    );
  });

  it('tags VLAN 1 on a trunk that has no other for untagged frames', () => {
    expect(switchportLines([1, 20])).toEqual([
      'switchport mode trunk',
      'switchport trunk native vlan 3967',
      'switchport trunk allowed vlan 1,20',
    ]);
    expect(switchportLines([1, 20], 30)).toContain('switchport trunk native vlan 30');
    expect(switchportLines([10, 20])).toEqual(['switchport mode trunk', 'switchport trunk allowed vlan 10,20']);
    expect(switchportLines([], 20)).toEqual(['switchport access vlan 20']);
    expect(switchportLines([])).toEqual(['switchport mode trunk', 'switchport trunk allowed vlan none']);
  });

  it('lets no text end a line or start another', () => {
    const lines = rendered('x', 'x').split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (description, name) => {
        const text = rendered(`x${description}`, `x${name}`);
        expect(text).toMatch(/^[ -~\n]*$/);
        expect(text.split('\n')).toHaveLength(lines);
        expect(after('name', linesOf(text))[0]).toMatch(/^[!-~]{1,32}$/);
        expect(after('description', linesOf(text))[0]!.length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it("splits the user's own lines where they end, and marks them", () => {
    const text = render({ ...bare, extra: ['no cdp enable\nip domain-lookup', 'feature telemetry'] });
    expect(text.split('!\n').at(-1)).toBe(
      "! Lines of the user's own.\nno cdp enable\nip domain-lookup\nfeature telemetry\n",
    );
  });

  it('refuses secrets that NX-OS would read otherwise', () => {
    expect(linesOf(render(withKey('OSPF_KEY')))).toContain('ip ospf message-digest-key 1 md5 0 correct-horse');
    expect(() => render(withKey('SPACED'))).toThrow('SPACED');
    expect(() => render(withKey('LONG'))).toThrow(ExpectedError);
  });

  it('gives two links to one device addresses of their own', () => {
    const device = devices['unnumberedLeaf']!;
    const parallel = device.interfaces.map((one) =>
      one.kind === 'ethernet' ? { ...one, peer: { ...one.peer!, device: 'spine1' } } : one,
    );
    const own = 'ipv6 link-local use-bia';
    expect(linesOf(render(device))).not.toContain(own);
    expect(linesOf(render({ ...device, interfaces: parallel })).filter((line) => line === own)).toHaveLength(2);
  });

  it('keeps the VLAN of MLAG peering where a routing protocol runs over it', () => {
    const { remote, vlan } = core.mlag!;
    expect(linesOf(render(core))).not.toContain(`interface Vlan${vlan}`);
    const neighbor = { peer: { type: 'address', ip: remote }, group: 'PAIR', description: '', families: [] } as const;
    const bgp = { ...devices['border']!.bgp!, groups: [], neighbors: [neighbor] };
    expect(linesOf(render({ ...core, bgp }))).toContain(`interface Vlan${vlan}`);
  });

  it('finds a member without its LAG to be a fault of heddle', () => {
    expect(() => portLines({ type: 'member', lag: 9 })).toThrow('no LAG 9');
  });
});
