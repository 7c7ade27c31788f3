import { describe, expect, it } from 'vitest';
import type { EthernetInterface, RouterAdvertisements, RoutedMode, SviInterface } from '../../../src/device/device.ts';
import { ExpectedError } from '../../../src/diagnostics/expected-error.ts';
import { allLines, childLines, find, parseConfig } from './config-tree.ts';
import {
  activeOspf,
  address,
  bare,
  bareSystem,
  ip,
  loopback,
  prefix,
  qsfp,
  render,
  secret,
  svi,
  switchPeer,
} from './parts.ts';

const network = address('2001:db8:10::1/64');

/** What a config says of VLAN 10. */
function sviLines(own: Partial<SviInterface>): string[] {
  const device = bare('box', { interfaces: [svi(10, '10.0.0.1/24', { addresses: [network], ...own })] });
  return childLines(find(parseConfig(render(device)), 'interface Vlan10'));
}

const advertising = (own: Partial<RouterAdvertisements>): string[] =>
  sviLines({
    routerAdvertisements: {
      lifetime: 1800,
      prefixes: [{ prefix: prefix('2001:db8:10::/64'), autonomous: true }],
      ...own,
    },
  }).filter((line) => line.startsWith('ipv6 nd'));

const port = (mode: Partial<RoutedMode>): EthernetInterface => ({
  kind: 'ethernet',
  description: '',
  mtu: 9214,
  port: qsfp(49),
  peer: switchPeer('spine1', qsfp(1)),
  mode: { type: 'routed', addresses: [], routes: [], ...mode },
});

const linesOf = (...interfaces: EthernetInterface[]): string[] =>
  allLines(parseConfig(render(bare('box', { interfaces }))));

describe('EOS IPv6', () => {
  it('is not advertised to hosts where the model says nothing of it', () => {
    expect(sviLines({})).toContain('ipv6 nd ra disabled all');
    expect(linesOf(port({ addresses: [network] }))).toContain('ipv6 nd ra disabled all');
    expect(sviLines({ addresses: [address('10.0.0.1/24')] }).filter((line) => line.includes('ipv6'))).toEqual([]);
  });

  it('is advertised as the model says', () => {
    expect(advertising({})).toEqual(['ipv6 nd prefix 2001:db8:10::/64']);
    expect(advertising({ lifetime: 0, prefixes: [{ prefix: prefix('2001:db8:10::/64'), autonomous: false }] })).toEqual(
      ['ipv6 nd ra lifetime 0', 'ipv6 nd prefix 2001:db8:10::/64 no-autoconfig'],
    );
    expect(advertising({ lifetime: 90, prefixes: [] })).toEqual(['ipv6 nd ra interval 30', 'ipv6 nd ra lifetime 90']);
    expect(advertising({ lifetime: 6, prefixes: [] })[0]).toBe('ipv6 nd ra interval 4');
  });

  it('has addresses of its own order, and none of them is secondary', () => {
    const addresses = ['10.0.0.1/24', '2001:db8::1/64', '10.0.1.1/24', '2001:db8:1::1/64'].map(address);
    expect(sviLines({ addresses }).filter((line) => /^ip(v6)? address/.test(line))).toEqual([
      'ip address 10.0.0.1/24',
      'ip address 10.0.1.1/24 secondary',
      'ipv6 address 2001:db8::1/64',
      'ipv6 address 2001:db8:1::1/64',
    ]);
  });

  it('is there on an interface that needs it and has no address', () => {
    const gateway = { ip: ip('2001:db8:10::1'), type: 'anycast', priority: 1 } as const;
    expect(sviLines({ addresses: [], gateways: [gateway] })).toEqual(
      expect.arrayContaining(['ipv6 enable', 'ipv6 virtual-router address 2001:db8:10::1']),
    );
    expect(sviLines({ addresses: [], ospf3: activeOspf })).toContain('ipv6 enable');
    expect(sviLines({})).not.toContain('ipv6 enable');
  });

  it('asks DHCP servers of both families', () => {
    const lines = sviLines({ dhcpRelay: [ip('2001:db8::67'), ip('10.0.0.67')] });
    expect(lines).toContain('ip helper-address 10.0.0.67');
    expect(lines).toContain('ipv6 dhcp relay destination 2001:db8::67');
  });

  it('lets a link without addresses be found, and carry IPv4', () => {
    const lines = linesOf(port({ linkLocal: true }));
    expect(lines).toEqual(
      expect.arrayContaining(['ipv6 enable', 'ipv6 nd ra interval 10', 'ip routing ipv6 interfaces']),
    );
    expect(lines).not.toContain('ip routing');
    expect(linesOf(port({ linkLocal: true, addresses: [address('10.0.0.0/31')] }))).toContain('ip routing');
  });

  it('is routed in the VRFs that have it', () => {
    const vrfs = ['b', 'a'].map((name) => ({ name, routeDistinguisher: '10.0.0.1:1' }));
    const interfaces = [
      port({ linkLocal: true, vrf: 'b' }),
      svi(10, '10.0.0.1/24', { vrf: 'a', addresses: [address('10.0.0.1/24')] }),
    ];
    const lines = allLines(parseConfig(render(bare('box', { vrfs, interfaces }))));
    expect(lines.filter((line) => /^(?:no )?ip(?:v6 unicast-| )routing/.test(line))).toEqual([
      'ip routing',
      'ip routing vrf a',
      'ip routing ipv6 interfaces vrf b',
      'no ip routing vrf mgmt',
      'ipv6 unicast-routing vrf b',
    ]);
  });

  it('is not advertised on a loopback, where nobody hears it', () => {
    const one = { ...loopback('10.0.0.1'), addresses: [address('2001:db8::1/128')] };
    const text = render(bare('box', { interfaces: [one] }));
    expect(text).toContain('ipv6 address 2001:db8::1/128');
    expect(text).not.toContain('ipv6 nd');
  });

  it('is authenticated in OSPF by nothing that EOS has', () => {
    const authentication = { algorithm: 'sha256', keyId: 1, key: secret('OSPF_KEY') } as const;
    const ospf3 = { ...activeOspf, authentication };
    expect(() => linesOf(port({ addresses: [network], ospf3 }))).toThrow(ExpectedError);
    expect(linesOf(port({ addresses: [network], ospf3: { ...ospf3, passive: true } }))).toContain(
      'ospfv3 ipv6 area 0.0.0.0',
    );
  });

  it('manages the switch, and may be what asks by SNMP', () => {
    const management = { vrf: 'mgmt', address: address('2001:db8::2/64'), gateway: ip('2001:db8::1') };
    const snmp = { community: secret('SNMP_COMMUNITY'), clients: ['2001:db8::/64'] };
    const text = render(bare('box', { management, system: { ...bareSystem, snmp } }));
    expect(text).toContain('interface Management1\n   vrf mgmt\n   ipv6 address 2001:db8::2/64\n');
    expect(text).toContain('ipv6 route vrf mgmt ::/0 2001:db8::1\n');
    expect(text).toContain('snmp-server community look-only ro ipv6 SNMP-CLIENTS-V6 SNMP-CLIENTS\n');
    expect(text).toContain('ip access-list standard SNMP-CLIENTS\n   10 deny any\n');
    expect(text).toContain('ipv6 access-list standard SNMP-CLIENTS-V6\n   10 permit 2001:db8::/64\n');
  });
});
