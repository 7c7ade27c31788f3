import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerDevice } from '../../src/device/device.ts';
import { format } from '../../src/servers/netplan/format.ts';
import { deepFreeze } from '../support/freeze.ts';
import { expectGoldenFolder } from '../support/goldens.ts';
import { checkNetplan } from '../support/netplan.ts';
import { describeWith } from '../support/verifier.ts';
import { anyServer } from './any-server.ts';
import { context, golden, nic, port, server, servers, storage, management } from './fixtures.ts';
import { meaningsOf } from './meaning.ts';
import { parseNetplan, readNetplan } from './netplan-reader.ts';

function render(device: ServerDevice): string {
  const [file] = format.render(device, context);
  expect(file?.path).toBe('60-heddle.yaml');
  return file!.content;
}

/** Interfaces that booting waits for. */
function waits(name: string): string[] {
  const { ethernets, bonds, vlans } = parseNetplan(render(servers[name]!));
  const all = Object.entries({ ...ethernets, ...bonds, ...vlans });
  return all.filter(([, one]) => one.optional !== true).map(([one]) => one);
}

describe('netplan', () => {
  it.each(golden)('writes %s as it did', (name) => {
    expectGoldenFolder(`netplan/${name}`, format.render(servers[name]!, context));
  });

  it.each(Object.keys(servers))('says all that the model of %s says', (name) => {
    expect(readNetplan(render(servers[name]!))).toEqual(meaningsOf(servers[name]!));
  });

  it('says all that the model of any server says, in YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(anyServer, (device) => {
        const text = render(device);
        expect(readNetplan(text)).toEqual(meaningsOf(device));
        expect(parseNetplan(text, '1.2')).toEqual(parseNetplan(text));
      }),
    );
  });

  it('would be seen to have lost any line', () => {
    const { domain: _, ...system } = servers['lacp-tagged']!.system;
    const device = { ...servers['lacp-tagged']!, system: { ...system, dns: [] } };
    const lines = render(device).split('\n');
    const unnoticed = lines.filter((line, index) => {
      try {
        expect(readNetplan(lines.toSpliced(index, 1).join('\n'))).toEqual(meaningsOf(device));
        return line !== '' && !line.trim().startsWith('#');
      } catch {
        return false;
      }
    });
    // Not in the model; what matters of it is looked at below.
    expect(new Set(unnoticed.map((line) => line.trim().split(':')[0]))).toEqual(
      new Set(['version', 'renderer', 'dhcp4', 'dhcp6', 'optional', 'accept-ra']),
    );
  });

  it('is a pure function of the device', () => {
    fc.assert(
      fc.property(anyServer, anyServer, (device, other) => {
        const first = format.render(deepFreeze(device), context);
        format.render(other, context);
        expect(format.render(structuredClone(device), context)).toEqual(first);
      }),
    );
  });

  it('resolves names over the default route alone', () => {
    const { vlans, bonds } = parseNetplan(render(servers['lacp-tagged']!));
    expect(vlans['vlan10']?.nameservers).toEqual({
      addresses: ['10.0.0.53', '10.0.1.53'],
      search: ['dc1.example.net'],
    });
    expect([vlans['vlan20'], vlans['vlan30'], bonds['bond0']].map((one) => one?.nameservers)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('lets booting wait for what has an address, but not for a bond that its VLANs speak for', () => {
    expect(waits('lacp-tagged')).toEqual(['vlan10', 'vlan20', 'vlan30']);
    expect(waits('lacp-untagged')).toEqual(['vlan20', 'vlan30']);
    expect(waits('lacp-slow-untagged-only')).toEqual(['bond0']);
    expect(waits('single-untagged')).toEqual(['eth0']);
    expect(waits('routed-numbered')).toEqual(['lo']);
  });

  it('quotes names that YAML would take for something else', () => {
    for (const name of ['on', 'null', '1e3', '0x10', '~', 'a: b', '- x', '[']) {
      expect(Object.keys(readNetplan(render(server('one', [nic(port(1, { name }), storage, 1500)]))))).toEqual([name]);
    }
  });

  it('finds a NIC by its MAC address in lower case, as udev writes it', () => {
    expect(parseNetplan(render(servers['active-backup-macs']!)).ethernets['lan0']).toMatchObject({
      match: { macaddress: '52:54:00:aa:bb:01' },
      'set-name': 'lan0',
    });
  });
});

describeWith({ programs: ['netplan', 'unshare'], root: true }, 'netplan and systemd-networkd', () => {
  it.each(Object.keys(servers))('accept %s', (name) => {
    const { status, stderr } = checkNetplan(render(servers[name]!));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('accept comments in any characters', () => {
    const odd = server('one', [nic(port(1), management, 1500)], { role: 'ünï磁盘 \ufeff\u0000: # "x" \\ %' });
    const { status, stderr } = checkNetplan(render(odd));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['static-tagged', 'mode: balance-xor', 'mode: balance-xoor', "unknown bond mode 'balance-xoor'"],
    ['static-tagged', 'layer2+3', 'layer23', 'layer23'],
    ['static-tagged', 'up-delay: 30000', 'up-delay: soon', 'soon'],
    ['dual-stack', '2001:db8:30:1::11/64', '2001:db8:30:1::11/129', '2001:db8:30:1::11/129'],
    ['dual-stack', 'via: "2001:db8:10:1::1"', 'via: "2001:db8:10:1::g"', '2001:db8:10:1::g'],
    ['routed', '10.255.1.13/32', '10.255.1.13/33', '10.255.1.13/33'],
    ['routed', 'link-local: [ipv6]', 'link-local: [ipv7]', 'ipv7'],
  ])('refuse, of %s, %s made %s', (name, good, bad, reason) => {
    const text = render(servers[name]!);
    expect(text).toContain(good);
    expect(checkNetplan(text.replaceAll(good, bad)).stderr).toContain(reason);
  });

  it.each([
    ['mode: 802.3ad', 'mode: 802.3ae', "unknown bond mode '802.3ae'"],
    ['lacp-rate: fast', 'lacp-rate: warp', 'Failed to parse bond lacp rate, ignoring: warp'],
    ['layer3+4', 'layer34', 'Failed to parse bond transmit hash policy, ignoring: layer34'],
    ['10.30.1.11/24', '10.30.1.11/33', "invalid prefix length in address '10.30.1.11/33'"],
    ['10.30.0.0/16', '10.30.0.0/99', "Invalid Destination='10.30.0.0/99'"],
    ['via: 10.30.1.1', 'via: 10.30.1.999', '10.30.1.999'],
    ['mtu: 9000', 'mtu: jumbo', "invalid unsigned int value 'jumbo'"],
    ['id: 30', 'id: 4095', "invalid id '4095'"],
    ['link: bond0', 'link: bond1', 'bond1'],
    ['mii-monitor-interval: 100', 'mii-monitor-interval: soon', 'soon'],
    ['accept-ra: false', 'accept-rs: false', "unknown key 'accept-rs'"],
  ])('refuse %s made %s', (good, bad, reason) => {
    const text = render(servers['lacp-tagged']!);
    expect(text).toContain(good);
    const { stderr } = checkNetplan(text.replaceAll(good, bad));
    expect(stderr).toContain(reason);
  });
});
