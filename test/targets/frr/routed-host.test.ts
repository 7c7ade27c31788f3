import { beforeAll, expect, it } from 'vitest';
import type { Bgp, Interface, SwitchDevice } from '../../../src/device/device.ts';
import type { Router } from '../../../src/frr/router.ts';
import { type Box, runNetwork, vtysh, within } from '../../frr/frr-network.ts';
import { confOf, plainName } from '../../frr/router.ts';
import { address, ip, prefix } from '../../servers/fixtures.ts';
import { describeWith } from '../../support/verifier.ts';
import { boxOf } from './boxes.ts';
import { supported } from './whole-model.ts';

const leaf = supported['routedHostLeaf'] as SwitchDevice & { bgp: Bgp };
const hosts = leaf.bgp.groups.find(({ name }) => name === 'HOSTS')!;

const addresses = ['10.252.0.1/32', '10.99.0.1/32', '10.66.6.6/32'];

const onServer: Interface[] = [
  { kind: 'loopback', description: '', mtu: 1500, addresses: addresses.map(address) },
  leaf.interfaces.find((one) => one.kind === 'ethernet' && one.port.panel === 1)!,
];

/** A server that announces its own address, that of a service, and one that is not its to announce. */
const server: Router = {
  name: 'server1',
  interfaces: onServer,
  policies: { prefixLists: [], communityLists: [], policies: [] },
  ...(leaf.bfd ? { bfd: leaf.bfd } : {}),
  bgp: {
    ...leaf.bgp,
    asn: 4_200_100_000,
    routerId: ip('10.252.0.1'),
    groups: [{ ...hosts, name: 'LEAFS', remoteAs: leaf.bgp.asn, families: [{ family: 4, defaultOriginate: false }] }],
    neighbors: leaf.bgp.neighbors.flatMap((one) =>
      one.group === 'HOSTS' ? { peer: one.peer, group: 'LEAFS', description: 'leaf8', families: [] } : [],
    ),
    networks: addresses.map(prefix),
  },
};

const box: Box = {
  name: server.name,
  conf: confOf(server),
  sysctl: 'net.ipv4.ip_forward = 0\n',
  batch: [
    ...addresses.map((one) => `address add ${one} dev lo`),
    ...onServer.filter(({ kind }) => kind === 'ethernet').map((one) => `link set dev ${plainName(one)} up`),
  ],
};

const programs = ['zebra', 'bgpd', 'bfdd', 'vtysh', 'unshare', 'ip'];

describeWith({ programs, root: true }, 'a leaf and a server that routes', () => {
  let answers: string[];
  beforeAll(() => {
    answers = runNetwork(
      [boxOf(leaf, 'swp1'), box],
      ['leaf8 swp1 server1 swp1'],
      [
        within('leaf8', 'ip route show 10.252.0.1 proto bgp | grep -q dev'),
        within('server1', 'ip route show default proto bgp | grep -q dev'),
      ].join(' && '),
      [
        within('leaf8', 'ip route show proto bgp'),
        vtysh('server1', 'show ip route 0.0.0.0/0'),
        vtysh('leaf8', 'show ip route 10.252.0.1'),
        // Packets every 100 ms: on a busy machine the session is not always up.
        `for try in $(seq 100); do peers=$(${vtysh('leaf8', 'show bfd peers brief')}); echo "$peers" | grep -q ' up *$' && break; sleep 0.1; done; echo "$peers"`,
        `ip -n server1 link set dev swp1 down; sleep 1; ${within('leaf8', 'ip route show proto bgp')}`,
      ],
    );
  });

  it('give each other what the policies of the leaf say: its own prefixes, and a default route', () => {
    expect(answers[0]!.match(/^\S+/gm)).toEqual(['10.99.0.1', '10.252.0.1']);
    expect(answers[1]).toMatch(/\* fe80::[0-9a-f:]+, via swp1/);
    expect(answers[2]).toMatch(/\* fe80::[0-9a-f:]+, via swp1/);
  });

  it('watch each other, so that the addresses go with the server', () => {
    expect(answers[3]).toMatch(/ up\s*$/m);
    expect(answers[4]).toBe('');
  });
});
