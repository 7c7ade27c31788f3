import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerDevice } from '../../src/device/device.ts';
import { format } from '../../src/servers/ifupdown2/format.ts';
import { format as netplan } from '../../src/servers/netplan/format.ts';
import { deepFreeze } from '../support/freeze.ts';
import { expectGoldenFolder } from '../support/goldens.ts';
import { checkIfupdown2 } from '../support/ifupdown2.ts';
import { checkNetplan } from '../support/netplan.ts';
import { describeWith } from '../support/verifier.ts';
import { anyServer } from './any-server.ts';
import { context, golden, management, nic, port, server, servers } from './fixtures.ts';
import { parseInterfaces, readIfupdown2 } from './ifupdown2-reader.ts';
import { type Meanings, meaningsOf } from './meaning.ts';

function render(device: ServerDevice): string {
  const file = format.render(device, context)[0];
  expect(file?.path).toBe('interfaces');
  return file!.content;
}

const resolversOf = (device: ServerDevice) =>
  format.render(device, context).find((file) => file.path === 'resolv.conf');
const linksOf = (device: ServerDevice) => format.render(device, context).filter((file) => file.path.endsWith('.link'));

const meaningsIn = (device: ServerDevice, text = render(device)): Meanings =>
  readIfupdown2([{ path: 'interfaces', content: text }, ...linksOf(device)]);

/** Members say no MTU: ifupdown2 wants that of the bond alone, and the kernel gives it to them. */
function expected(device: ServerDevice): Meanings {
  const meanings = meaningsOf(device);
  const members = Object.values(meanings).flatMap((one) => one.bond?.members ?? []);
  for (const name of members) delete meanings[name]!.mtu;
  return meanings;
}

describe('ifupdown2', () => {
  it.each(golden)('writes %s as it did', (name) => {
    expectGoldenFolder(`ifupdown2/${name}`, format.render(servers[name]!, context));
  });

  it.each(Object.keys(servers))('says all that the model of %s says', (name) => {
    expect(meaningsIn(servers[name]!)).toEqual(expected(servers[name]!));
  });

  it('says all that the model of any server says', () => {
    fc.assert(
      fc.property(anyServer, (device) => {
        expect(meaningsIn(device)).toEqual(expected(device));
      }),
    );
  });

  it('would be seen to have lost or bent any line', () => {
    const device = servers['lacp-tagged']!;
    const lines = render(device).split('\n');
    const unnoticed = lines.filter((line, index) => {
      try {
        expect(meaningsIn(device, lines.toSpliced(index, 1).join('\n'))).toEqual(expected(device));
        return line !== '' && !line.startsWith('#');
      } catch {
        return false;
      }
    });
    // Not in the model, and looked at below.
    expect(new Set(unnoticed.map((line) => line.trim().split(' ')[0]))).toEqual(new Set(['pre-up']));
    const bent = render(device).replace('10.30.1.11/24', '10.30.1.11/33');
    expect(meaningsIn(device, bent)).not.toEqual(expected(device));
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

  it('never makes a template or a continued line of a comment', () => {
    fc.assert(
      fc.property(anyServer, (device) => {
        expect(render(device)).not.toMatch(/[\\%]/);
      }),
    );
  });

  it('hears no router but the given ones', () => {
    const values = parseInterfaces(render(servers['lacp-tagged']!)).get('vlan30')?.values;
    expect(values?.get('pre-up')).toEqual(['sysctl -e -q -w net/ipv6/conf/$IFACE/accept_ra=0']);
    expect(values?.get('ipv6-addrgen')).toEqual(['off']);
    expect(parseInterfaces(render(servers['ipv6']!)).get('eth0')?.values.get('ipv6-addrgen')).toEqual(['on']);
  });

  it('writes resolvers to a file of their own, and none where there are none', () => {
    const device = servers['single-untagged']!;
    expect(resolversOf(device)?.content.split('\n').slice(1)).toEqual([
      'search dc1.example.net',
      'nameserver 10.0.0.53',
      'nameserver 10.0.1.53',
      '',
    ]);
    expect(resolversOf({ ...device, system: { ...device.system, dns: [] } })).toBeUndefined();
  });
});

describeWith({ programs: ['ifreload', 'unshare'] }, 'ifreload', () => {
  it.each(Object.keys(servers))('accepts %s', (name) => {
    const { status, stderr } = checkIfupdown2(render(servers[name]!));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('accepts comments in any characters', () => {
    const odd = server('one', [nic(port(1), management, 1500)], { role: 'ünï磁盘 \ufeff\u0000: # "x" 5% ${1} \\' });
    const { status, stderr } = checkIfupdown2(render(odd));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['static-tagged', 'bond-mode balance-xor', 'bond-mode balance-xoor'],
    ['static-tagged', 'bond-updelay 30000', 'bond-updelay soon'],
    ['dual-stack', 'gateway 2001:db8:10:1::1', 'gateway 2001:db8:10:1::g'],
    ['dual-stack', 'address 2001:db8:30:1::11/64', 'address 2001:db8:30:1::g/64'],
    ['routed', 'address 10.255.1.13/32', 'address 10.255.1.1333/32'],
  ])('refuses, of %s, %s made %s', (name, good, bad) => {
    const text = render(servers[name]!);
    expect(text).toContain(good);
    const { status, stderr } = checkIfupdown2(text.replaceAll(good, bad));
    expect(stderr).not.toBe('');
    expect(status).toBe(1);
  });

  it.each([
    ['bond-mode 802.3ad', 'bond-mode 802.3ae'],
    ['bond-lacp-rate fast', 'bond-lacp-rate warp'],
    ['bond-xmit-hash-policy layer3+4', 'bond-xmit-hash-policy layer34'],
    ['bond-miimon 100', 'bond-miimon 1000'],
    ['bond-min-links 1', 'bond-min-link 1'],
    ['mtu 9000', 'mtu 90000'],
    ['gateway 10.10.1.1', 'gateway 10.10.1.999'],
    ['    mtu 1500', '    mtu 9100'],
    ['vlan-id 30', 'vlan-id 5000'],
  ])('refuses %s made %s', (good, bad) => {
    const text = render(servers['lacp-tagged']!);
    expect(text).toContain(good);
    const { status, stderr } = checkIfupdown2(text.replaceAll(good, bad));
    expect(stderr).not.toBe('');
    expect(status).toBe(1);
  });
});

describeWith({ programs: ['netplan', 'unshare'] }, 'names by MAC address', () => {
  it('are given to udev as netplan gives them', () => {
    const device = servers['active-backup-macs']!;
    const { stdout } = checkNetplan(netplan.render(device, context)[0]!.content);
    const links = linksOf(device);
    expect(links.map((link) => link.path)).toEqual(['10-heddle-nic1.link', '10-heddle-nic2.link']);
    for (const { content } of links) {
      expect(stdout).toContain(content.slice(content.indexOf('[Match]')).trimEnd());
    }
  });
});
