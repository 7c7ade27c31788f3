import { describe, expect, it } from 'vitest';
import { interfaceCommands } from '../../../src/lab/network/interface-commands.ts';
import { readStanzas } from '../../../src/lab/network/stanzas.ts';

const link = (name: string) => ({ name, carrier: name });

describe('commands of a switch', () => {
  const stanzas = readStanzas(`
auto mgmt
iface mgmt
    vrf-table 1001

auto eth0
iface eth0
    address 10.253.0.1/24
    vrf mgmt

auto lo
iface lo inet loopback
    address 10.255.0.1/32

auto swp1
iface swp1
    mtu 9000
    bridge-vids 20 30
    bridge-pvid 20
    post-up tc qdisc replace dev $IFACE clsact

auto swp2
iface swp2
    mtu 1500
    bridge-access 20

auto swp9
iface swp9
    mtu 9214
    address 10.254.0.1/31

auto bridge
iface bridge
    bridge-vlan-aware yes
    bridge-ports swp1 swp2
    bridge-stp yes
    bridge-fd 4
    bridge-hello 2
    bridge-maxage 6

auto vlan20
iface vlan20
    vlan-raw-device bridge
    vlan-id 20
    mtu 1500
    address 10.20.0.2/24
    address-virtual 00:00:5e:00:01:01 10.20.0.1/24
`);
  const commands = interfaceCommands(
    stanzas,
    [link('swp1'), { name: 'swp1.30', carrier: 'swp1', vlan: '30' }, link('swp2'), link('swp9')],
    true,
  );

  it('give routed ports their MTU and address', () => {
    expect(commands.filter((one) => one.includes('swp9'))).toEqual([
      'ip link set dev swp9 mtu 9214 up',
      'ip link set dev swp9 mtu 9214',
      'ip address add 10.254.0.1/31 dev swp9',
      'ip link set dev swp9 up',
    ]);
  });

  it('make a bridge of each VLAN, with its ports by their untagged or their tagged link', () => {
    const tree = 'type bridge stp_state 1 forward_delay 400 hello_time 200 max_age 600';
    expect(commands.filter((one) => /master|type bridge/.test(one))).toEqual([
      `ip link add name vlan20 ${tree}`,
      'ip link set dev swp1 master vlan20',
      'ip link set dev swp2 master vlan20',
      `ip link add name br30 ${tree}`,
      'ip link set dev swp1.30 master br30',
    ]);
  });

  it('give a shared gateway its MAC address', () => {
    expect(commands.filter((one) => one.includes('00:00:5e'))).toEqual([
      'ip link add link vlan20 name vlan20-v0 address 00:00:5e:00:01:01 type macvlan mode private',
      'bridge fdb replace 00:00:5e:00:01:01 dev vlan20 self local',
    ]);
    expect(commands).toContain('ip address add 10.20.0.1/24 dev vlan20-v0 metric 1024');
  });

  it('leave out the management port and what it is in', () => {
    expect(commands.filter((one) => /eth0|mgmt|tc /.test(one))).toEqual([]);
  });
});

describe('commands of a server', () => {
  const commands = interfaceCommands(
    readStanzas(`
auto bond0
iface bond0 inet manual
    bond-slaves eth0 eth1
    mtu 9000

auto vlan20
iface vlan20 inet static
    vlan-raw-device bond0
    vlan-id 20
    mtu 1500
    ipv6-addrgen off
    pre-up sysctl -e -q -w net/ipv6/conf/$IFACE/accept_ra=0
    address 10.20.0.11/24
    gateway 10.20.0.1
    gateway 2001:db8::1
    up ip route replace 10.20.0.0/16 via 10.20.0.1 dev $IFACE
`),
    [link('bond0'), { name: 'vlan20', carrier: 'bond0', vlan: '20' }],
    false,
  );

  it('set addresses, gateways of both families and routes on the link of a VLAN', () => {
    expect(commands.filter((one) => one.includes('vlan20'))).toEqual([
      'ip link set dev vlan20 mtu 9000 up',
      "IFACE=vlan20 sh -c 'sysctl -e -q -w net/ipv6/conf/$IFACE/accept_ra=0'",
      'ip link set dev vlan20 addrgenmode none',
      'ip link set dev vlan20 mtu 1500',
      'ip address add 10.20.0.11/24 dev vlan20',
      'ip link set dev vlan20 up',
      'ip -4 route add default via 10.20.0.1 dev vlan20',
      'ip -6 route add default via 2001:db8::1 dev vlan20',
      "IFACE=vlan20 sh -c 'ip route replace 10.20.0.0/16 via 10.20.0.1 dev $IFACE'",
    ]);
    expect(commands.join(' ')).not.toContain('eth1');
  });
});
