import { expect, it } from 'vitest';
import { bridgeName } from '../../../src/targets/frr/names.ts';
import { target } from '../../../src/targets/frr/target.ts';
import { runFrr } from '../../support/running-frr.ts';
import { describeWith, run } from '../../support/verifier.ts';
import { fileOf, plant } from './files.ts';
import { context, switches } from './fixtures.ts';
import { linksOf } from './links.ts';
import { setUp } from './sandbox.ts';
import { supported } from './whole-model.ts';

const all = { ...switches, ...supported };
const names = Object.keys(all);

/** Lines with the section they stand in, as `show running-config` prints them. */
function linesOf(text: string): string[] {
  let section = '';
  return text.split('\n').flatMap((line) => {
    if (!line || /^\s*!|^ *(exit|exit-address-family|end)$|^(frr version|hostname)/.test(line)) return [];
    if (!line.startsWith(' ')) section = line;
    return line.startsWith(' ') ? `${section} / ${line.trim()}` : line;
  });
}

/** Lines that FRR does not repeat, since they say what is so anyway; and one that it says in a word of its own. */
const silent =
  / (detect-multiplier 3|(receive|transmit)-interval 300|ip ospf retransmit-interval 5|(ip ospf|ipv6 ospf6) hello-interval 10|ipv6 ospf6 dead-interval 40)$/;
const spoken = (line: string): string => line.replace(/permit 65535:0$/, 'permit graceful-shutdown');

describeWith({ programs: ['zebra', 'ospfd', 'bgpd', 'bfdd', 'vtysh', 'unshare'], root: true }, 'running FRR', () => {
  it.each(names)('takes every line of %s', (name) => {
    const device = all[name]!;
    const text = fileOf(device, 'frr.conf');
    const { loading, answers } = runFrr(text, linksOf(device), ['show running-config']);
    expect(loading).toEqual({ status: 0, stdout: '', stderr: '' });
    const taken = new Set(linesOf(answers[0]!));
    expect(taken.size).toBeGreaterThan(40);
    expect(linesOf(text).filter((line) => !silent.test(line) && !taken.has(spoken(line)))).toEqual([]);
  });

  it('asks others to go elsewhere after a start, which depends on the order of the sections', () => {
    const device = switches['leaf-lacp']!;
    const text = fileOf(device, 'frr.conf');
    const [, ospf = ''] = /(router ospf\n[^!]*!\n)/.exec(text) ?? [];
    const late = plant(text, ospf, '').replace('ip prefix-list', `${ospf}ip prefix-list`);
    const stub = (conf: string) => runFrr(conf, linksOf(device), ['show ip ospf']).answers[0]!;
    expect(stub(text)).toContain('Active from startup');
    expect(stub(late)).not.toContain('Active from startup');
  });

  it('does not take a misspelt line', () => {
    const text = plant(
      fileOf(switches['leaf-lacp']!, 'frr.conf'),
      'passive-interface default',
      'pasive-interface default',
    );
    const { loading } = runFrr(text, [], []);
    expect(loading.status).not.toBe(0);
  });
});

/** Calls that start something. */
const started = (calls: string): string[] =>
  calls.split('\n').filter((call) => / (restart|reload) |^ifreload/.test(call));

describeWith({ programs: ['unshare', 'useradd', 'ip'], root: true }, 'setup.sh', () => {
  const look = [
    'stat -c "%a %U:%G %n" /etc/frr/frr.conf /etc/frr/daemons /etc/snmp/snmpd.conf /etc/sudoers.d/heddle /etc/resolv.conf',
    'cmp /etc/frr/frr.conf "$FILES/frr.conf" && cmp /etc/network/interfaces "$FILES/interfaces"',
    'getent shadow ada eve grace | cut -d: -f1,2',
    'id -nG ada | tr " " "\\n" | sort',
    'cat /home/ada/.ssh/authorized_keys /home/eve/.ssh/authorized_keys',
    'stat -c "%a %U:%G" /home/eve/.ssh /home/eve/.ssh/authorized_keys',
    'grep -c 127.0.1.1 /etc/hosts; cat /etc/hostname; readlink /etc/localtime',
  ].join('\n');
  const files = target.render(switches['spine-reflector']!, context);
  const ports = ['eth0', 'swp1', 'swp2', 'swp3s1'];

  it('sets a box up, and touches nothing when run again', () => {
    const { status, stdout, stderr } = setUp(files, ports, look);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [first = '', second = '', state = ''] = stdout.split('---\n');
    expect(started(first)).toEqual([
      'systemctl restart systemd-sysctl',
      'ifreload -a',
      'systemctl restart frr',
      'systemctl reload frr',
      'systemctl restart chrony',
      'systemctl restart rsyslog',
      'systemctl restart lldpd',
      'systemctl restart snmpd',
    ]);
    expect(started(second)).toEqual([]);
    expect(state.split('\n')).toEqual([
      '640 frr:frr /etc/frr/frr.conf',
      '640 frr:frr /etc/frr/daemons',
      '600 root:root /etc/snmp/snmpd.conf',
      '440 root:root /etc/sudoers.d/heddle',
      '644 root:root /etc/resolv.conf',
      'ada:$6$salt$ha.sh/',
      'eve:*',
      'grace:*',
      'ada',
      'frrvty',
      'sudo',
      "ssh-ed25519 AAAA ada's",
      'ssh-ed25519 BBBB eve',
      'ssh-rsa CCCC eve',
      '700 eve:eve',
      '600 eve:eve',
      '1',
      'spine1',
      '/usr/share/zoneinfo/Europe/Zurich',
      '',
    ]);
  });

  it('names the ports that are missing, before it changes anything', () => {
    const { status, stdout, stderr } = setUp(files, ['eth0', 'swp2'], ':');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('no such ports');
    expect(stderr).toContain(': swp1 swp3s1\n');
  });
});

/** A leaf's VLAN with its shared gateway, as ifupdown2 makes it, and a server that asks for the gateway's MAC. */
const sharedGateway = `
set -e
mount -t tmpfs none /run
mkdir /run/netns
ip netns add server
ip link add name vlan10 type veth peer name eth0 netns server
ip address add 10.10.1.3/24 dev vlan10
ip link set dev vlan10 up
ip link add link vlan10 name vlan10-v0 address 00:00:5e:00:01:01 type macvlan mode private
printf %s "$SETTINGS" > /run/sysctl.conf
sysctl -q -p /run/sysctl.conf 2>/dev/null || true
ip address add 10.10.1.1/24 dev vlan10-v0 metric 1024
ip link set dev vlan10-v0 up
ip -n server address add 10.10.1.11/24 dev eth0
ip -n server link set dev eth0 up
nsenter --net=/run/netns/server ping -q -c 1 -W 5 10.10.1.1 >/dev/null
ip -n server neigh show 10.10.1.1 dev eth0 | cut -d' ' -f3
`;

const macSeen = (settings: string) =>
  run('unshare', ['--mount', '--net', 'env', `SETTINGS=${settings}`, 'sh', '-c', sharedGateway]).stdout.trim();

describeWith({ programs: ['unshare', 'ip', 'ping', 'sysctl', 'nsenter'], root: true }, 'a shared gateway', () => {
  it('is answered for with the shared MAC, because sysctl.conf says so', () => {
    const settings = fileOf(switches['leaf-of-two']!, 'sysctl.conf');
    expect(macSeen(settings)).toBe('00:00:5e:00:01:01');
    expect(macSeen('')).toMatch(/^(?!00:00:5e:)[0-9a-f:]{17}$/);
  });
});

/** ifupdown2 itself, in namespaces, on a box with two ports; prints what is wrong and then looks. */
const bringUp = `
set -e
mount -t sysfs none /sys
for folder in /run /var/tmp; do mount -t tmpfs none $folder; done
mkdir /run/network
cp -R /etc/network/ifupdown2 /run/ifupdown2
mount -t tmpfs none /etc/network
mv /run/ifupdown2 /etc/network/ifupdown2
printf %s "$INTERFACES" > /etc/network/interfaces
printf %s "$POLICY" > /etc/network/ifupdown2/policy.d/heddle.json
for port in $PORTS; do ip link add name $port type veth peer name far$port; ip link set dev far$port up; done
ifup -a
ifquery -c -a >/dev/null || echo 'differs from the file'
eval "$LOOK"
`;

function ifup(interfaces: string, policy: string, ports: string, look: string) {
  const settings = [`INTERFACES=${interfaces}`, `POLICY=${policy}`, `PORTS=${ports}`, `LOOK=${look}`];
  return run('unshare', ['--mount', '--net', 'env', ...settings, 'sh', '-c', bringUp]);
}

describeWith({ programs: ['ifup', 'ip', 'bridge', 'unshare'], root: true }, 'running ifupdown2', () => {
  it('brings up the routed ports of a spine as the file says', () => {
    // This kernel has no VRF: the management port and its VRF are left out.
    const [before = '', rest = ''] = fileOf(switches['spine-reflector']!, 'interfaces').split(/(?=\nauto lo\n)/);
    expect(before).toContain('vrf mgmt');
    const look = 'ip -br address show up | grep ^swp; cat /sys/class/net/swp1/mtu /sys/class/net/swp1/ifalias';
    const { status, stdout } = ifup(rest, '{}', 'swp1 swp2 swp3s1', look);
    expect(status).toBe(0);
    const [one, two, three, ...others] = stdout.trim().split('\n');
    expect(one).toMatch(/^swp1@farswp1 +UP +10\.254\.0\.0\/31 /);
    expect(two).toMatch(/^swp2@farswp2 +UP +10\.254\.0\.4\/31 /);
    expect(three).toMatch(/^swp3s1@farswp3s1 +UP +10\.254\.0\.8\/31 /);
    expect(others).toEqual(['9214', 'r1-leaf1 frr-port49']);
  });

  it('gives the bridge the MTU of its VLANs through the policy', () => {
    // Nor has it bridges that know VLANs: this one has the same name, port, timers and guard.
    const leaf = fileOf(switches['leaf-lacp']!, 'interfaces');
    const [, bridge = ''] = /(auto bridge\n[^\n]*\n[\s\S]*?)\n\n/.exec(leaf) ?? [];
    const plain = bridge
      .split('\n')
      .filter((line) => !/vlan-aware|swp3|po1/.test(line) || /bridge-ports/.test(line))
      .map((line) => line.replace(/bridge-ports.*/, 'bridge-ports swp4'));
    const text = ['auto swp4', 'iface swp4', '    mtu 9000', ...plain, ''].join('\n');
    const look = `cd /sys/class/net/${bridgeName}; cat mtu bridge/forward_delay bridge/max_age ../swp4/brport/bpdu_guard`;
    const policy = fileOf(switches['leaf-lacp']!, 'ifupdown2-policy.json');
    const { stdout } = ifup(text, policy, 'swp4', look);
    expect(stdout.trim().split('\n')).toEqual(['9000', '400', '600', '1']);
  });
});
