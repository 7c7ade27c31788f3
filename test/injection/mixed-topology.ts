/** Systems and their platforms, each with a format of servers below it. */
const racks = [
  ['eos', 'arista-7050sx3-48yc8', 'netplan'],
  ['nxos', 'cisco-n9k-93180yc-fx', 'networkd'],
  ['junos', 'juniper-qfx5120-48y', 'networkmanager'],
  ['cumulus-nvue', 'nvidia-sn2410', 'ifcfg'],
  ['sonic', 'dell-s5248f-on', 'netplan'],
  ['frr', 'nvidia-sn2410', 'ifupdown2'],
] as const;

/** A fabric of every system and every format, in which the words of people reach each of them. */
export const mixedTopology = {
  name: 'mixed',
  description: 'A fabric of every system',
  design: 'l3-ospf-ibgp',
  fabric: {
    asn: 65000,
    mtu: 9198,
    spines: { count: 2, platform: 'arista-7060cx2-32s', os: 'eos' },
    leafs: { platform: 'arista-7050sx3-48yc8', os: 'eos', uplinks: { speed: '100G' } },
  },
  addressing: {
    loopbacks: '10.255.0.0/24',
    p2pLinks: '10.254.0.0/22',
    oob: '10.253.0.0/24',
    oobGateway: '10.253.0.1',
  },
  networks: {
    service: {
      description: 'what people use',
      vlan: 20,
      pool: '10.20.0.0/16',
      defaultRoute: true,
      dhcpRelay: ['10.9.9.9'],
    },
    storage: { description: 'what machines use', vlan: 30, pool: '10.30.0.0/16', mtu: 9000 },
  },
  racks: racks.map(([os, platform, config], index) => ({
    name: `r${index + 1}`,
    platform,
    os,
    servers: [
      {
        name: 'node-{rack}-{1..2}',
        role: 'node',
        nics: { count: 2, speed: '25G', names: ['ens1', 'ens2'] },
        networks: ['service', 'storage'],
        untagged: 'service',
        config,
        macs: { [`node-r${index + 1}-1`]: [`52:54:00:00:0${index}:01`, `52:54:00:00:0${index}:02`] },
      },
    ],
  })),
  upstreams: racks.map(([os], index) => ({
    name: `isp${index + 1}`,
    description: `the way out of ${os}`,
    device: `r${index + 1}-leaf1`,
    asn: 64900 + index,
    addresses: [`192.0.2.${2 * index + 1}/31`],
  })),
  routing: {
    ospf: { area: '0.0.0.0', authentication: { key: 'env:OSPF_KEY', algorithm: 'md5', keyId: 7 } },
    bgp: { authentication: { key: 'env:BGP_KEY' } },
  },
  system: {
    domain: 'dc1.example.net',
    timezone: 'Europe/Berlin',
    ntp: ['10.9.9.10'],
    dns: ['10.9.9.53'],
    syslog: ['10.9.9.11'],
    users: [{ name: 'ada', role: 'admin', sshKeys: ['ssh-ed25519 AAAA ada@desk'] }],
  },
};

/** The same with SNMP, which SONiC cannot do for some clients alone. */
export const mixedTopologyWithSnmp = {
  ...mixedTopology,
  racks: mixedTopology.racks.filter(({ os }) => os !== 'sonic'),
  upstreams: mixedTopology.upstreams.filter(({ description }) => !description.endsWith('sonic')),
  system: {
    ...mixedTopology.system,
    snmp: {
      community: 'env:COMMUNITY',
      location: 'Hall 1',
      contact: 'the night shift',
      clients: ['10.0.0.0/8'],
    },
  },
};
