import { describe, expect, it } from 'vitest';
import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/frr/target.ts';
import { ip } from '../../servers/fixtures.ts';
import { supported } from './whole-model.ts';

const { vrfLeaf, dualStackLeaf, sharing } = supported as Record<string, SwitchDevice>;
const lacksOf = (device: SwitchDevice): string[] => target.lacks!(device).map(({ what }) => what);

const changed = (device: SwitchDevice, change: (one: Interface) => Interface): SwitchDevice => ({
  ...device,
  interfaces: device.interfaces.map(change),
});

describe('a Linux switch', () => {
  it('lacks nothing that switches usually are asked', () => {
    expect([vrfLeaf!, dualStackLeaf!, sharing!].flatMap(lacksOf)).toEqual([]);
  });

  it.each(['default', 'vlan30', 'swp1', 'mgmt', 'bridge', 'sixteen-letters-', 'two words', '../x', '1'])(
    'has no VRF by the name %j',
    (name) => {
      const device = { ...vrfLeaf!, vrfs: [{ name, routeDistinguisher: '1:1' }] };
      expect(lacksOf(device)).toEqual([`a VRF by the name ${name}`]);
    },
  );

  it('relays DHCP to servers of IPv4 alone', () => {
    const device = changed(dualStackLeaf!, (one) =>
      one.kind === 'svi' ? { ...one, dhcpRelay: [ip('2001:db8::10')] } : one,
    );
    expect(lacksOf(device)).toEqual([
      "DHCP relay to an IPv6 server on vlan10 (Debian's relay service has IPv4 only)",
      "DHCP relay to an IPv6 server on vlan20 (Debian's relay service has IPv4 only)",
    ]);
  });

  it('starts LACP by itself', () => {
    const device = changed(dualStackLeaf!, (one) =>
      one.kind === 'lag' ? { ...one, protocol: { type: 'lacp', rate: 'fast', active: false } } : one,
    );
    expect(lacksOf(device)).toEqual(['passive LACP on po1']);
  });

  it('shares a gateway only beside an address of its own', () => {
    const device = changed(sharing!, (one) =>
      one.kind === 'svi' && one.vlan === 10
        ? { ...one, addresses: one.addresses.filter((own) => own.ip.family === 4) }
        : one,
    );
    expect(lacksOf(device)).toEqual(["a shared gateway on vlan10 without an address of the switch's own"]);
  });

  it('runs OSPF outside of VRFs', () => {
    const device = changed(dualStackLeaf!, (one) =>
      one.kind === 'ethernet' && one.mode.type === 'routed' ? { ...one, mode: { ...one.mode, vrf: 'storage' } } : one,
    );
    expect(lacksOf(device)).toEqual(['OSPF in VRF storage']);
  });
});
