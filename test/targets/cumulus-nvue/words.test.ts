import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { framesOf } from '../../../src/targets/cumulus-nvue/parts/storm-control.ts';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import { parseIp } from '../../../src/ip/index.ts';
import { hostileStrings } from '../../injection/hostile.ts';
import { pathsOf, setOf } from './documents.ts';
import { context, secret } from './fixtures.ts';
import { allSwitches } from './more-switches.ts';

const { spine, everything, dualStackLeaf, relayInVrf, tolerant, mlagLeaf, mlagCore, ebgpLeaf, vrfLeaf } =
  allSwitches as Readonly<Record<string, SwitchDevice>>;

const firstLine = (device: SwitchDevice) => target.render(device, context)[0]!.content.split('\n')[0];

describe('system and services', () => {
  it('are over the management port, which has a VRF of its own', () => {
    const { service, interface: interfaces, system } = setOf(spine!);
    expect(service).toEqual({
      dns: { mgmt: { server: { '192.0.2.2': {} } } },
      ntp: { mgmt: { server: { '192.0.2.1': {} } } },
      syslog: { mgmt: { server: { '192.0.2.3': {} } } },
    });
    expect(interfaces!['eth0']).toEqual({
      ip: { address: { '10.253.0.11/24': {} }, gateway: { '10.253.0.1': {} }, vrf: 'mgmt' },
      type: 'eth',
    });
    expect(system).toMatchObject({ hostname: 'spine1', timezone: 'Etc/UTC' });
    expect(system!['control-plane']).toEqual({
      acl: { 'acl-default-dos': { inbound: {} }, 'acl-default-whitelist': { inbound: {} } },
    });
  });

  it('have the roles that accounts name, and say so where nobody may change the switch', () => {
    const { aaa } = setOf(everything!)['system']!;
    for (const { role } of Object.values(aaa!['user']!) as unknown as { role: string }[]) {
      expect(Object.keys(aaa!['role']!)).toContain(role);
      for (const name of Object.keys(aaa!['role']![role]!['class']!)) expect(aaa!['class']).toHaveProperty(name);
    }
    expect(firstLine(spine!)).toMatch(/^# No account is below/);
    expect(firstLine(everything!)).toBe('- header:');
  });

  it('are accounts and SNMP as the topology has them', () => {
    const { service, interface: interfaces, system } = setOf(everything!);
    expect(interfaces!['eth0']!['ip']).toEqual({ address: { dhcp: {} }, vrf: 'mgmt' });
    expect(system!['aaa']!['user']).toEqual({
      ops: {
        role: 'system-admin',
        'hashed-password': '$6$salt$hash',
        ssh: { 'authorized-key': { key1: { key: 'AAAAC3NzaC1lZDI1NTE5AAAAIGJhc2U2NA==', type: 'ssh-ed25519' } } },
      },
      reader: { role: 'nvue-monitor' },
    });
    expect(service!['snmp-server']).toEqual({
      enable: 'on',
      'listening-address': { all: { vrf: 'mgmt' } },
      'readonly-community': { '*look:': { access: { '10.253.0.0/24': {} } } },
      'system-contact': 'noc',
      'system-location': 'row 4, left',
    });
  });

  it('have clients of IPv6 apart', () => {
    const snmp = { community: secret('COMMUNITY'), clients: ['2001:db8::/64', '10.253.0.7'] };
    expect(setOf({ ...spine!, system: { ...spine!.system, snmp } })['service']!['snmp-server']).toEqual({
      enable: 'on',
      'listening-address': { '10.253.0.11': { vrf: 'mgmt' } },
      'readonly-community': { '*look:': { access: { '10.253.0.7': {} } } },
      'readonly-community-v6': { '*look:': { access: { '2001:db8::/64': {} } } },
    });
  });

  it('refuse an SSH key of a kind that NVUE does not name', () => {
    const users = [{ name: 'ops', role: 'admin' as const, sshKeys: ['sk-ssh-ed25519@openssh.com AAAA'] }];
    expect(() => setOf({ ...spine!, system: { ...spine!.system, users } })).toThrow(/no SSH key of type sk-ssh/);
  });

  it('refuse a secret that is no plain word', () => {
    const device = { ...spine!, system: { ...spine!.system, snmp: { community: secret('NONE'), clients: [] } } };
    expect(() => setOf(device)).toThrow(/NONE cannot be an SNMP community/);
    for (const value of ['two words', '#x', '!x', 'a"b', "a'b", 'a\\b', 'a\nb', 'ä']) {
      expect(() => target.render(device, { ...context, readSecret: () => value })).toThrow(/SNMP community/);
    }
  });
});

describe('ports', () => {
  it('are named by panel and channel, with the mode of a broken-out port on the whole', () => {
    const { interface: interfaces } = setOf(everything!);
    expect(interfaces!['swp1']).toEqual({ type: 'swp', link: { breakout: { '4x': {} } } });
    expect(interfaces!['swp1s0']!['link']).toEqual({ mtu: 9214 });
    expect(interfaces!['swp1s1']!['link']).toEqual({ mtu: 9214, speed: '10G' });
  });

  it('of servers forward at once, and refuse what is no server', () => {
    const { interface: interfaces } = setOf(dualStackLeaf!);
    const stp = { 'admin-edge': 'on', 'bpdu-guard': 'on' };
    expect(interfaces!['swp3']!['bridge']).toEqual({ domain: { br_default: { access: 10, stp } } });
    expect(interfaces!['bond1']!['bridge']!['domain']!['br_default']!['stp']).toEqual(stp);
    const unguarded = { ...dualStackLeaf!, edge: { ...dualStackLeaf!.edge, bpduGuard: false } };
    expect(setOf(unguarded)['interface']!['swp3']!['bridge']!['domain']!['br_default']!['stp']).toEqual({
      'admin-edge': 'on',
    });
  });

  it('to other switches forward no better root where they lead away from the core', () => {
    const { interface: interfaces } = setOf(mlagCore!);
    expect(interfaces!['bond1']!['bridge']!['domain']!['br_default']!['stp']).toEqual({ restrrole: 'on' });
    expect(interfaces!['peerlink']!['bridge']!['domain']!['br_default']).not.toHaveProperty('stp');
  });

  it('of servers have storm control in frames of the smallest size, members of bonds as well', () => {
    // 1 Gb/s is 1 488 095 frames a second.
    expect(framesOf(100, 1)).toBe(1_488_095);
    const { interface: interfaces } = setOf(dualStackLeaf!);
    const found = Object.keys(interfaces!).filter((name) => 'storm-control' in interfaces![name]!);
    expect(found).toEqual(['swp1', 'swp2', 'swp3', 'swp4']);
    expect(interfaces!['swp1']!['storm-control']).toEqual({ broadcast: 372_023, multicast: 1_860_119 });
  });

  it('in bonds are LACP unless the bond is static', () => {
    expect(setOf(tolerant!)['interface']!['bond1']!['bond']).toMatchObject({ mode: 'lacp', 'lacp-rate': 'slow' });
    expect(setOf(ebgpLeaf!)['interface']!['bond1']!['bond']).toEqual({
      member: { swp1: {}, swp2: {} },
      mode: 'static',
    });
  });

  it('refuse a bond that must have more than one link', () => {
    const interfaces = ebgpLeaf!.interfaces.map((one) => (one.kind === 'lag' ? { ...one, minLinks: 2 } : one));
    expect(() => setOf({ ...ebgpLeaf!, interfaces })).toThrow(/cannot ask a bond for 2 links/);
  });
});

const reserved = (...ids: number[]) => {
  const vlans = ids.map((id) => ({ id, name: `v${id}` }));
  return setOf({ ...ebgpLeaf!, vlans })['system']!['global']?.['reserved']!['vlan']!['internal'];
};

describe('VLANs', () => {
  it('move the ones that the switch keeps for itself out of their way', () => {
    expect(reserved(10, 3724, 4000)).toBeUndefined();
    expect(reserved(10, 3800)).toEqual({ range: '3819-4093' });
    expect(reserved(3999)).toEqual({ range: '3724-3998' });
    expect(reserved(3999, 3725)).toEqual({ range: '3450-3724' });
  });

  it('are refused where they leave it none', () => {
    const everywhere = Array.from({ length: 20 }, (_, index) => 100 + index * 205);
    expect(() => reserved(...everywhere)).toThrow(/no 275 VLANs in a row/);
  });
});

describe('services of networks', () => {
  it('relay DHCP between the SVI and the uplinks of its VRF', () => {
    expect(setOf(dualStackLeaf!)['service']!['dhcp-relay']).toEqual({
      default: { interface: { swp49: {}, swp50: {}, vlan10: {} }, server: { '10.1.0.10': {} } },
    });
    expect(setOf(relayInVrf!)['service']!['dhcp-relay']).toEqual({
      storage: { interface: { 'swp49.101': {}, vlan30: {} }, server: { '10.30.0.10': {} } },
    });
  });

  it('take the path over the peer link for one', () => {
    const interfaces = mlagLeaf!.interfaces.map((one) =>
      one.kind === 'svi' && one.vlan === 10 ? { ...one, dhcpRelay: [parseIp('10.1.0.10')!] } : one,
    );
    const relay = setOf({ ...mlagLeaf!, interfaces })['service']!['dhcp-relay']!['default']!;
    expect(Object.keys(relay['interface']!)).toEqual(['swp49', 'swp50', 'vlan10', 'vlan4093']);
  });

  it('refuse a relay of DHCP for IPv6', () => {
    const interfaces = dualStackLeaf!.interfaces.map((one) =>
      one.kind === 'svi' ? { ...one, dhcpRelay: [parseIp('2001:db8::10')!] } : one,
    );
    expect(() => setOf({ ...dualStackLeaf!, interfaces })).toThrow(/DHCP for IPv6/);
  });
});

describe('MLAG', () => {
  it('is refused without a backup path, or with the VLAN of the pair used otherwise', () => {
    const { keepalive: _none, ...lonely } = mlagLeaf!.mlag!;
    expect(() => setOf({ ...mlagLeaf!, mlag: lonely })).toThrow(/backup path/);
    const elsewhere = { ...mlagLeaf!, mlag: { ...mlagLeaf!.mlag!, vlan: 4092 } };
    expect(() => setOf(elsewhere)).toThrow(/has a VLAN 4094/);
  });
});

const withStep = (more: object): SwitchDevice => ({
  ...spine!,
  policies: {
    ...spine!.policies,
    policies: spine!.policies.policies.map((one) => ({
      ...one,
      steps: one.steps.map((step) => ({ ...step, ...more })),
    })),
  },
});

describe('routing', () => {
  it.each(['default', 'mgmt', 'lo', 'swp1', 'vlan10'])('refuses a VRF with the name %s, which is taken', (name) => {
    const vrfs = [{ name, routeDistinguisher: '10.255.0.1:1' }];
    expect(() => setOf({ ...spine!, vrfs })).toThrow(`cannot have the name ${name}`);
  });

  it('refuses a VRF whose name is too long for a network device', () => {
    const vrfs = [{ name: 'storage-of-zone-1', routeDistinguisher: '10.255.0.1:1' }];
    expect(() => setOf({ ...vrfLeaf!, vrfs })).toThrow(/15 characters/);
  });

  it('refuses policies that only FRR itself could say', () => {
    expect(() => setOf(withStep({ addCommunities: ['65535:0'] }))).toThrow(/adds communities/);
    expect(() => setOf(withStep({ continue: true }))).toThrow(/goes on/);
  });

  it('has OSPF keys only where there are neighbours', () => {
    const { interface: interfaces } = setOf(everything!);
    expect(interfaces!['swp1s0']!['router']!['ospf']!['authentication']).toEqual({
      enable: 'on',
      'md5-key': 'k$1#!|x:',
      'message-digest-key': 7,
    });
    expect(interfaces!['lo']!['router']!['ospf']).not.toHaveProperty('authentication');
  });

  it('tells neighbours of a drained switch to go elsewhere, and those of no other', () => {
    const drained = setOf(everything!);
    expect(drained['router']!['bgp']!['graceful-shutdown']).toBe('on');
    expect(drained['vrf']!['default']!['router']!['ospf']!['max-metric']).toMatchObject({ administrative: 'on' });
    expect(JSON.stringify(setOf(spine!))).not.toMatch(/graceful-shutdown"|administrative/);
  });

  it('takes over from a VRF what a policy permits, which redistributes its networks for it', () => {
    const { vrf, router } = setOf(vrfLeaf!);
    const familyOf = (name: string) => vrf![name]!['router']!['bgp']!['address-family']!['ipv4-unicast']!;
    expect(familyOf('default')['route-import']).toEqual({
      'from-vrf': { enable: 'on', list: { storage: {} }, 'route-map': 'LEAK-storage' },
    });
    expect(familyOf('default')).not.toHaveProperty('redistribute');
    expect(familyOf('storage')).not.toHaveProperty('network');
    expect(familyOf('storage')['redistribute']).toEqual({
      connected: { enable: 'on', 'route-map': 'CONNECTED-storage' },
    });
    expect(router!['policy']!['prefix-list']!['CONNECTED-storage']).toEqual({
      type: 'ipv4',
      rule: { '10': { action: 'permit', match: { '10.30.1.0/24': {} } } },
    });
  });

  it('refuses two policies for routes that one VRF takes over', () => {
    const leaks = [
      ...vrfLeaf!.bgp!.leaks,
      { from: 'other', policies: [{ family: 4 as const, policy: 'FROM-FABRIC' }] },
    ];
    expect(() => setOf({ ...vrfLeaf!, bgp: { ...vrfLeaf!.bgp!, leaks } })).toThrow(/one policy for all routes/);
  });

  it('accepts paths with its own AS number where it is to', () => {
    const group = setOf(tolerant!)['vrf']!['default']!['router']!['bgp']!['peer-group']!['SPINES']!;
    expect(group['address-family']!['ipv4-unicast']!['aspath']).toEqual({
      'allow-my-asn': { enable: 'on', occurrences: 2 },
    });
  });
});

const withText = (text: string): SwitchDevice => ({
  ...everything!,
  system: {
    ...everything!.system,
    snmp: { ...everything!.system.snmp!, location: text, contact: text },
  },
  interfaces: everything!.interfaces.map((one) => ({ ...one, description: text })),
  bgp: {
    ...everything!.bgp!,
    neighbors: everything!.bgp!.neighbors.map((one) => ({ ...one, description: text })),
  },
});

describe('hostile text', () => {
  const texts = new Set(['description', 'system-location', 'system-contact']);
  const withoutTexts = (device: SwitchDevice) =>
    pathsOf(setOf(device)).filter((path) => !texts.has(path.split('/').at(-1)!));

  it.each(hostileStrings)('stays where it is: %j', (text) => {
    expect(withoutTexts(withText(text))).toEqual(withoutTexts(withText('text')));
    const [file] = target.render(withText(text), context);
    expect(file!.content).toMatch(/^[ -~\n]*$/);
    const descriptions = file!.content.split('\n').filter((line) => /^ *(description|system-\w+): /.test(line));
    for (const line of descriptions) expect(line).not.toMatch(/[%$\\|`!?]/);
  });
});
