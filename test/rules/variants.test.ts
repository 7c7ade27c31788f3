import { describe, expect, it } from 'vitest';
import { twoUpstreams, withUpstreams } from '../../src/rules/border-example.ts';
import { checkText, exampleWith, summary } from './check-text.ts';

const arista = (links: string): string => `fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
racks: [{ name: "r{1..2}" }]
links:
${links}
`;

const oneRack = (group: string, rack = ''): string => `racks:
  - name: r1
    ${rack}
    servers:
      - { name: "web-{1..2}", role: web, networks: [service, storage], ${group} }
`;

const routed = (group: string, rest = ''): string => `addressing:
  { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24, hostLoopbacks: [10.252.0.0/20, "2001:db8:fc::/64"] }
${rest}
racks:
  - name: r1
    leafs: 2
    servers:
      - { name: "web-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage], bond: active-backup }
      - { name: "proxy-{1..2}", role: proxy, nics: { speed: 10G }, bond: routed, ${group} }
`;

const leafPair = (links: string): string => `${oneRack('nics: { speed: 10G }, bond: active-backup', 'leafs: 2')}links:
${links}
`;

describe('rules with several faults', () => {
  it.each([
    [
      'a NIC with two cables',
      'links: [{ a: "web-r1-1:1", z: "r1-leaf1:7" }, { a: "web-r1-1:1", z: "r1-leaf1:8" }]',
      'FAB012',
      /^Port 1 of web-r1-1/,
    ],
    [
      'a NIC that there is not',
      'links: [{ a: "web-r1-1:3", z: r1-leaf1 }]',
      'FAB011',
      /has no port 3; its ports are 1 to 2/,
    ],
    [
      'a breakout that the port has not',
      arista('  - { a: "r1-leaf1:49", z: "spine1:1/1", speed: 40G }'),
      'FAB013',
      /cannot be broken out into channels of 40G/,
    ],
    [
      'a channel beyond the breakout',
      arista('  - { a: "r1-leaf1:1", z: "spine1:1/5", speed: 25G }'),
      'FAB013',
      /port 1 has 4 channels of 25G/,
    ],
    [
      'an out-of-band pin on the network address',
      'devices: { spine1: { oob: 10.253.0.0 } }',
      'FAB037',
      /network address/,
    ],
    [
      'an out-of-band pin on the gateway',
      'devices: { spine1: { oob: 10.253.0.1 } }',
      'FAB037',
      /address of the out-of-band gateway/,
    ],
    [
      'an out-of-band pin without a pool',
      'addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }\ndevices: { spine1: { oob: 10.253.0.9 } }',
      'FAB037',
      /no out-of-band pool/,
    ],
    ['a pin that is no address', 'devices: { spine1: { loopback: 10.255.0.256 } }', 'PLAN003', /not an address/],
    [
      'an SNMP client with host bits',
      'system: { snmp: { community: "env:C", clients: [10.0.0.1/8] } }',
      'FAB006',
      /10\.0\.0\.0\/8/,
    ],
    ['a resolver that is no address', 'system: { dns: [10.0.0.256] }', 'FAB007', /10\.0\.0\.256/],
    ['a multicast pool', 'addressing: { loopbacks: 239.1.0.0/24, p2pLinks: 10.254.0.0/24 }', 'FAB031', /multicast/],
    [
      'a pool inside nothing but around a reserved range',
      'addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 168.0.0.0/6 }',
      'FAB031',
      /link-local/,
    ],
    [
      'a link narrower than the networks of its rack',
      leafPair('  - { a: "r1-leaf1:12", z: spine1, mtu: 1500 }'),
      'FAB026',
      /link between r1-leaf1 and spine1 has 1500/,
    ],
    [
      'a server cable narrower than its networks',
      'links: [{ a: "web-r1-1:1", z: r1-leaf1, mtu: 1500 }]',
      'FAB026',
      /link between web-r1-1 and r1-leaf1 has 1500/,
    ],
    [
      'servers in no network that leaves the rack',
      'networks: { service: { vlan: 20, pool: 10.20.0.0/16, gateway: none }, storage: { vlan: 30, pool: 10.30.0.0/16, gateway: none } }',
      'FAB034',
      /no other network that leaves the rack/,
    ],
    ['an ASN reserved on a device', 'devices: { r1-leaf1: { asn: 23456 } }', 'FAB063', /23456/],
    [
      'one ASN on a leaf and a spine',
      'devices: { r1-leaf1: { asn: 65101 }, spine1: { asn: 65101 } }',
      'FAB064',
      /65101/,
    ],
    [
      'NIC names for some of the NICs',
      oneRack('nics: { speed: 10G, names: [ens1] }'),
      'FAB051',
      /1 NIC name for 2 NICs/,
    ],
    ['a NIC called as the bond is', oneRack('nics: { speed: 10G, names: [bond0, ens1] }'), 'FAB051', /bond0/],
    ['a NIC called as a VLAN is', oneRack('nics: { speed: 10G, names: [vlan20, ens1] }'), 'FAB051', /vlan20/],
    ['a NIC name with a slash', oneRack('nics: { speed: 10G, names: [a/b, ens1] }'), 'TOPO034', /interface name/],
    [
      'a server above its rack',
      oneRack('nics: { speed: 10G }, unit: 42', 'height: 42'),
      'FAB056',
      /two devices in unit 42|below the top/,
    ],
    [
      'two devices in one unit',
      `${oneRack('nics: { speed: 10G }')}devices: { r1-leaf1: { unit: 2 } }\n`,
      'FAB056',
      /two devices in unit 2/,
    ],
    [
      'a MAC given to two servers',
      oneRack(
        'nics: { speed: 10G }, macs: { web-1: ["52:54:00:00:00:0a", "52:54:00:00:00:0b"], web-2: ["52:54:00:00:00:0A", "52:54:00:00:00:0c"] }',
      ),
      'FAB055',
      /already that of web-1/,
    ],
    [
      'balance-xor over two leafs',
      oneRack('nics: { speed: 10G }, bond: balance-xor', 'leafs: 2'),
      'FAB040',
      /balance-xor bond of web-1/,
    ],
    ['balance-xor of one NIC', oneRack('nics: { speed: 10G, count: 1 }, bond: balance-xor'), 'FAB043', /one NIC/],
    [
      'an anycast address inside a pool',
      routed('mtu: 1500', 'anycast: { web: { addresses: [10.252.3.1], roles: [proxy] } }'),
      'FAB030',
      /anycast\.web 10\.252\.3\.1\/32 lies inside addressing\.hostLoopbacks/,
    ],
    [
      'one address of two anycast services',
      routed(
        'mtu: 1500',
        'anycast: { web: { addresses: [10.99.0.1], roles: [proxy] }, api: { addresses: [10.99.0.1], roles: [proxy] } }',
      ),
      'FAB030',
      /anycast\.api and anycast\.web are both 10\.99\.0\.1\/32/,
    ],
    [
      'an anycast address that is multicast',
      routed('mtu: 1500', 'anycast: { web: { addresses: [239.1.1.1], roles: [proxy] } }'),
      'FAB031',
      /multicast/,
    ],
    [
      'an anycast address that is none',
      routed('mtu: 1500', 'anycast: { web: { addresses: [10.99.0.300], roles: [proxy] } }'),
      'FAB007',
      /10\.99\.0\.300/,
    ],
    ['IPv6 on servers alone', routed('mtu: 1500'), 'FAB067', /hostLoopbacks has IPv6/],
    ['a routed server with an untagged network', routed('untagged: storage'), 'FAB091', /is routed, and in storage/],
    [
      'a routed server at one of two leafs',
      routed('nics: { speed: 10G, count: 1 }').replace('nics: { speed: 10G }, bond: routed, ', 'bond: routed, '),
      'FAB045',
      /1 NIC/,
    ],
    [
      'servers with the number of an upstream',
      routed('mtu: 1500', 'upstreams: [{ name: isp, device: r1-leaf1, asn: 4200999999, addresses: [192.0.2.1/31] }]'),
      'FAB095',
      /that of upstream isp/,
    ],
    [
      'a MAC of zeros',
      oneRack('nics: { speed: 10G }, macs: { web-1: ["00:00:00:00:00:00", "52:54:00:00:00:0b"] }'),
      'FAB054',
      /00:00/,
    ],
    [
      'BGP with a key over OSPF without one',
      'routing: { bgp: { authentication: { key: env:PATH } } }',
      'FAB108',
      /^BGP has a key, and OSPF below it has none/,
    ],
    [
      'a leaf alone in maintenance',
      'devices: { r1-leaf1: { maintenance: true } }',
      'FAB078',
      /nothing else does the work/,
    ],
    [
      'a pod without racks',
      `pods: 3
fabric:
  asn: 65000
  superspines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
racks: [{ name: "a{1..2}", pod: 1 }, { name: "b{1..2}", pod: 2 }]
`,
      'FAB073',
      /No rack is in pod 3/,
    ],
    [
      'a leak into the VRF that a network is in',
      `design: l3-ebgp
vrfs: { blue: {} }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, vrf: blue }
leaks: [{ networks: [storage], to: blue }]
`,
      'FAB118',
      /storage is in VRF blue already/,
    ],
    ['the only upstream', withUpstreams(twoUpstreams[0]), 'FAB089', /border1 has the only upstream/],
    [
      'an upstream with the number of a leaf',
      `design: l3-ebgp
${withUpstreams(twoUpstreams[0], 'name: isp-b, device: border2, asn: 65101, addresses: [192.0.2.3/31]')}devices: { r1-leaf1: { asn: 65101 } }
`,
      'PLAN005',
      /AS 65101 of upstream isp-b is also that of r1-leaf1/,
    ],
  ] as const)('%s', (_what, fragment, code, message) => {
    const found = checkText(exampleWith(fragment));
    const told = found.map(summary).join('\n');
    expect(
      found.map((one) => one.code),
      told,
    ).toContain(code);
    expect(found.find((one) => one.code === code)!.message).toMatch(message);
  });
});

describe('what looks odd and is right', () => {
  it.each([
    ['a pinned cable between two leafs', leafPair('  - { a: "r1-leaf1:11", z: "r1-leaf2:11" }')],
    [
      'leafs of one rack share an ASN',
      `${leafPair('  []')}`.replace(
        'links:\n  []\n',
        'devices: { r1-leaf1: { asn: 65101 }, r1-leaf2: { asn: 65101 } }\n',
      ),
    ],
    ['spines share an ASN', 'devices: { spine1: { asn: 65100 }, spine2: { asn: 65100 } }'],
    [
      'both ends of a link have an MTU of their own',
      'links: [{ a: r1-leaf1, z: spine1, mtu: 9100 }, { a: r2-leaf1, z: spine1, mtu: 9000 }]',
    ],
    [
      'a network without a gateway in one rack',
      `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, gateway: none, mtu: 9216 }
${oneRack('nics: { speed: 10G }')}`,
    ],
    [
      'routed servers beside others, with an anycast address',
      routed('mtu: 9000', 'anycast: { web: { addresses: [10.99.0.1], roles: [proxy] } }').replace(
        '[10.252.0.0/20, "2001:db8:fc::/64"]',
        '10.252.0.0/20',
      ),
    ],
    ['balance-xor to one leaf', oneRack('nics: { speed: 10G }, bond: balance-xor')],
    ['racks without servers', 'racks: [{ name: "r{1..2}" }]'],
    ['no racks yet', 'racks: []'],
    ['a third NIC', oneRack('nics: { speed: 10G, count: 3 }')],
    ['the untagged network is joined', oneRack('nics: { speed: 10G }, untagged: service')],
    ['pools side by side', 'addressing: { loopbacks: 10.255.0.0/25, p2pLinks: 10.255.0.128/25 }'],
    [
      'two cables to each spine',
      'fabric: { asn: 65000, spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }, leafs: { platform: linux, os: frr, uplinks: { perSpine: 2 }, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] } }',
    ],
  ])('%s', (_what, fragment) => {
    expect(
      checkText(exampleWith(fragment))
        .filter((one) => one.severity !== 'info')
        .map(summary),
    ).toEqual([]);
  });
});

/** Codes of all that is reported of the example with a line of the user's own. */
const codesOf = (os: string, line: string): string[] =>
  checkText(exampleWith(`extra: { ${os}: ${JSON.stringify(line)} }\n`)).map(({ code }) => code);

describe('lines of the user', () => {
  it.each([
    ['eos', 'username netops secret 0 example'],
    ['eos', 'ip ospf message-digest-key 1 md5 7 0a0b0c'],
    ['eos', 'snmp-server community example ro'],
    ['nxos', 'key-string 7 0a0b0c'],
    ['junos', 'set protocols bgp group fabric authentication-key example'],
    ['frr', 'neighbor 10.0.0.1 password example'],
  ])('%s: %s holds a secret', (os, line) => expect(codesOf(os, line)).toEqual(['FAB110']));

  it.each([
    ['nxos', 'feature telnet'],
    ['eos', 'management telnet'],
    ['junos', 'set system services telnet'],
    ['junos', 'set system services web-management http'],
    ['junos', 'set system services ftp'],
    ['junos', 'set snmp community public authorization read-only'],
    ['eos', 'protocol http'],
  ])('%s: %s opens something', (os, line) => expect(codesOf(os, line)).toEqual(['FAB111']));

  it.each([
    ['eos', 'ip community-list TE permit 65000:1'],
    ['eos', 'protocol https'],
    ['frr', 'set community 65000:1 additive'],
    ['nxos', 'no feature telnet'],
    ['junos', 'set system services web-management https system-generated-certificate'],
    ['eos', 'description no password here'],
  ])('%s: %s does neither', (os, line) => expect(codesOf(os, line)).toEqual([]));
});
