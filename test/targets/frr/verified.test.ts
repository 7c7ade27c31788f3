import { describe, expect, it } from 'vitest';
import { safeText } from '../../../src/frr/safe-text.ts';
import { checkIfupdown2 } from '../../support/ifupdown2.ts';
import { describeWith, run } from '../../support/verifier.ts';
import { checkFrr } from '../../support/vtysh.ts';
import { fileOf, plant } from './files.ts';
import { switches } from './fixtures.ts';
import { supported } from './whole-model.ts';

const all = { ...switches, ...supported };
const names = Object.keys(all);
const good = { status: 0, stdout: '', stderr: '' };

describeWith({ programs: ['vtysh'] }, 'vtysh', () => {
  it.each(names)('accepts %s', (name) => {
    expect(checkFrr(fileOf(all[name]!, 'frr.conf'))).toEqual(good);
  });

  it.each([
    ['router bgp 65000', 'router bgp 65000000000'],
    ['no zebra nexthop kernel enable', 'no zebra nexthop kernel enabled'],
    ['timers throttle lsa all 0', 'timers throttle lsa 0'],
    ['ip ospf cost 4', 'ip ospf cost 65536'],
    ['permit 10.10.1.0/24', 'permit 10.10.1.0/33'],
    ['ip ospf bfd profile', 'ip ospf bfdd profile'],
    ['addpath-tx-all-paths', 'addpath-tx-some-paths'],
    ['community-list standard', 'community-list normal'],
    ['on-match next', 'on-match later'],
  ])('refuses %s made %s', (right, wrong) => {
    const { status, stderr } = checkFrr(plant(fileOf(switches['leaf-lacp']!, 'frr.conf'), right, wrong));
    expect({ status, stderr }).not.toEqual({ status: 0, stderr: '' });
    expect(stderr).toContain(wrong.split(' ')[0]);
  });

  it('takes any description for a description', () => {
    const odd = '# ! | grep x $HOME % \\ "quoted" \'single\' ; exit';
    const text = plant(
      fileOf(switches['leaf-lacp']!, 'frr.conf'),
      'description spine1 frr-port1',
      `description ${safeText(odd)}`,
    );
    expect(checkFrr(text)).toEqual(good);
  });
});

describeWith({ programs: ['ifreload', 'unshare'] }, 'ifupdown2', () => {
  it.each(names)('accepts %s', (name) => {
    expect(checkIfupdown2(fileOf(all[name]!, 'interfaces'))).toEqual(good);
  });

  it.each([
    ['bond-mode 802.3ad', 'bond-mode 802.3ae'],
    ['bond-xmit-hash-policy layer3+4', 'bond-xmit-hash-policy layer34'],
    ['bridge-access 10', 'bridge-access 4095'],
    ['bridge-vlan-aware yes', 'bridge-vlan-aware perhaps'],
    ['mtu 9214', 'mtu jumbo'],
    ['vrf-table 1001', 'vrf-table 9999'],
    ['bridge-allow-untagged', 'bridge-allow-untaged'],
    ['alias', 'description'],
  ])('refuses %s made %s', (right, wrong) => {
    const { status, stderr } = checkIfupdown2(plant(fileOf(switches['leaf-lacp']!, 'interfaces'), right, wrong));
    expect({ status, clean: stderr === '' }).toEqual({ status: 1, clean: false });
  });
});

describe('the setup script', () => {
  it.each(names)('of %s is valid shell', (name) => {
    expect(run('sh', ['-n'], { input: fileOf(all[name]!, 'setup.sh') })).toEqual(good);
  });

  it('is judged: a planted error is found', () => {
    const { status } = run('sh', ['-n'], { input: plant(fileOf(switches['leaf-lacp']!, 'setup.sh'), '\n}', '\n') });
    expect(status).not.toBe(0);
  });
});

/** What tc says of the commands in an interfaces file, but for parts that this kernel has not. */
function checkTrafficControl(text: string): string[] {
  const commands = text.split('\n').flatMap((line) => /^ {4}post-up (tc .*)$/.exec(line)?.[1] ?? []);
  const script = ['ip link add name swp0 type veth', 'IFACE=swp0', ...new Set(commands)].join('\n');
  const { stderr } = run('unshare', ['--net', 'sh', '-s'], { input: script });
  const lacking =
    /^Error: (TC classifier not found|Failed to load TC action module|Specified qdisc kind is unknown)\.$|^We have an error talking/;
  return stderr.split('\n').filter((line) => line && !lacking.test(line));
}

describeWith({ programs: ['tc', 'unshare'], root: true }, 'tc', () => {
  it.each(['leaf-lacp', 'leaf-of-two'])('understands the storm control and filters of %s', (name) => {
    const text = fileOf(switches[name]!, 'interfaces');
    expect(text).toContain('post-up tc filter');
    expect(checkTrafficControl(text)).toEqual([]);
  });

  it.each([
    ['conform-exceed drop', 'conform-exceeds drop'],
    ['dst_mac', 'dst_max'],
    ['250000kbit', '250000kbut'],
  ])('refuses %s made %s', (right, wrong) => {
    expect(checkTrafficControl(plant(fileOf(switches['leaf-lacp']!, 'interfaces'), right, wrong))).not.toEqual([]);
  });
});

/** Settings that the kernel does not take in a network namespace of its own, though it does outside. */
const global = [
  'net.ipv4.neigh.default.gc_thresh1',
  'net.ipv4.neigh.default.gc_thresh2',
  'net.ipv4.neigh.default.gc_thresh3',
  'net.ipv6.neigh.default.gc_thresh1',
  'net.ipv6.neigh.default.gc_thresh2',
  'net.ipv6.neigh.default.gc_thresh3',
  'net.ipv4.tcp_l3mdev_accept',
  'net.ipv4.udp_l3mdev_accept',
];

const refused = (text: string) => {
  const { stderr } = run('unshare', ['--net', 'sysctl', '-q', '-p', '-'], { input: text });
  return stderr.split('\n').filter((line) => line && !global.some((key) => line.includes(key.replaceAll('.', '/'))));
};

describeWith({ programs: ['sysctl', 'unshare'], root: true }, 'the kernel', () => {
  it('has all settings of sysctl.conf', () => {
    expect(refused(fileOf(switches['leaf-lacp']!, 'sysctl.conf'))).toEqual([]);
    const both = fileOf(supported['dualStackLeaf']!, 'sysctl.conf');
    expect(both).toContain('net.ipv6.conf.all.forwarding = 1');
    expect(refused(both)).toEqual([]);
  });

  it('is asked: a planted error is found', () => {
    const text = plant(fileOf(switches['leaf-lacp']!, 'sysctl.conf'), 'igmp_max_memberships', 'igmp_maximum');
    expect(refused(text)).toHaveLength(1);
  });
});
