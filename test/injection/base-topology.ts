/** Lines that both targets get. */
const lines = { eos: 'harmless', frr: 'harmless' };

/**
 * A fabric in which every section that the schema has is there, and both targets and both NIC formats are used by
 * every tier that the strings of a section reach.
 */
export const baseTopology = {
  name: 'injected',
  description: 'A fabric that has everything',
  include: ['part.yaml'],
  design: 'l3-ebgp',
  zones: ['east', 'west'],
  pods: ['blue', 'green'],
  extra: lines,
  fabric: {
    asn: 65000,
    superspines: {
      count: 2,
      name: 'core{n}',
      platform: 'linux',
      os: 'frr',
      ports: [{ count: 16, speed: '100G', use: 'any' }],
      extra: lines,
    },
    borderLeafs: {
      count: 1,
      name: 'border{n}',
      platform: 'linux',
      os: 'frr',
      uplinks: { perSpine: 1, speed: '100G' },
      ports: [{ count: 8, speed: '100G', use: 'any' }],
      extra: lines,
    },
    spines: {
      count: 2,
      name: '{pod}-spine{n}',
      platform: 'linux',
      os: 'frr',
      interlink: { count: 2, speed: '100G' },
      ports: [{ count: 8, speed: '100G', use: 'any' }],
      extra: lines,
    },
    leafs: {
      name: '{rack}-leaf{n}',
      platform: 'linux',
      os: 'frr',
      uplinks: { perSpine: 1, speed: '100G' },
      interlink: { count: 2, speed: '100G' },
      ports: [
        { count: 8, speed: '25G', use: 'access' },
        { count: 4, speed: '100G', use: 'uplink' },
      ],
      extra: lines,
    },
  },
  addressing: {
    loopbacks: '10.255.0.0/20',
    p2pLinks: ['10.254.0.0/18'],
    hostLoopbacks: '10.252.0.0/18',
    oob: '10.253.0.0/18',
    oobGateway: '10.253.0.1',
  },
  networks: {
    service: {
      description: 'what people use',
      vlan: 20,
      pool: '10.20.0.0/16',
      gateway: 'first',
      defaultRoute: true,
      dhcpRelay: ['10.9.9.9'],
      extra: lines,
    },
    storage: { description: 'what machines use', vlan: 30, pool: '10.30.0.0/16', gateway: 'last' },
    backup: { description: 'what nobody sees', vlan: 40, pool: ['10.40.0.0/16'], vrf: 'quiet' },
  },
  vrfs: { quiet: { description: 'for backups' } },
  leaks: [{ networks: ['service'], to: 'quiet' }],
  anycast: { proxies: { description: 'the way in', addresses: ['10.252.200.1'], roles: ['proxy'] } },
  racks: [
    {
      name: 'a1',
      zone: 'east',
      pod: 'blue',
      leafs: 1,
      platform: 'arista-7050sx3-48yc8',
      os: 'eos',
      uplinks: { perSpine: 1, speed: '100G' },
      extra: lines,
      servers: [
        {
          name: 'web-{rack}-{1..2}',
          role: 'web',
          nics: { count: 2, speed: '25G', names: ['ens1', 'ens2'] },
          bond: 'lacp',
          lacpRate: 'fast',
          networks: ['service', 'storage'],
          untagged: 'service',
          config: 'netplan',
          extra: lines,
          macs: {
            'web-a1-1': ['52:54:00:00:01:01', '52:54:00:00:01:02'],
            'web-a1-2': ['52:54:00:00:02:01', '52:54:00:00:02:02'],
          },
        },
      ],
    },
    {
      name: 'b1',
      zone: 'west',
      pod: 'green',
      leafs: 2,
      platform: 'linux',
      os: 'frr',
      ports: [
        { count: 8, speed: '25G', use: 'access' },
        { count: 4, speed: '100G', use: 'uplink' },
      ],
      servers: [
        {
          name: 'db-{rack}-{1..2}',
          role: 'db',
          nics: { count: 2, speed: '25G' },
          bond: 'active-backup',
          networks: ['service', 'storage'],
          config: 'ifupdown2',
          extra: lines,
        },
        {
          // Two groups of the role, as the service needs one while the other has another.
          name: 'proxy-{rack}-{1..2}',
          role: 'proxy',
          nics: { count: 2, speed: '25G' },
          bond: 'routed',
          config: 'networkd',
        },
        {
          name: 'gate-{rack}-{1..2}',
          role: 'proxy',
          nics: { count: 2, speed: '25G' },
          bond: 'routed',
          config: 'ifupdown2',
        },
      ],
    },
  ],
  access: { leafPair: 'independent' },
  routing: {
    ospf: {
      area: '0.0.0.0',
      referenceBandwidth: '400G',
      authentication: { key: 'env:OSPF_KEY', algorithm: 'md5', keyId: 7 },
    },
    bgp: { authentication: { key: 'file:bgp-key' } },
  },
  system: {
    domain: 'dc1.example.net',
    timezone: 'Europe/Berlin',
    ntp: ['ntp1.example.net'],
    dns: ['10.9.9.53'],
    syslog: ['log.example.net'],
    users: [
      { name: 'ada', role: 'admin', passwordHash: '$6$salt$hash', sshKeys: ['ssh-ed25519 AAAA ada@desk'] },
      { name: 'eve', role: 'operator', sshKeys: ['ssh-ed25519 BBBB eve@desk'] },
    ],
    snmp: { community: 'env:COMMUNITY', location: 'Hall 1', contact: 'the night shift', clients: ['10.0.0.0/8'] },
  },
  links: [{ a: 'a1-leaf1:49', z: 'blue-spine1', speed: '100G', extra: lines }],
  upstreams: [
    {
      name: 'isp',
      description: 'the way out',
      device: 'border1:8',
      speed: '100G',
      asn: 64999,
      addresses: ['192.0.2.1/31'],
      peers: ['192.0.2.0'],
      import: ['0.0.0.0/0'],
      export: ['service'],
      authentication: { key: 'env:UPSTREAM_KEY' },
      extra: lines,
    },
    { name: 'peer', device: 'a1-leaf1:20', speed: '25G', asn: 64998, addresses: ['192.0.2.3/31'], extra: lines },
  ],
  devices: {
    'blue-spine1': {
      platform: 'arista-7050cx3-32s',
      os: 'eos',
      loopback: '10.255.0.77',
      oob: '10.253.0.77',
      rack: 'R7',
      extra: lines,
    },
    'green-spine1': {
      platform: 'linux',
      os: 'frr',
      ports: [{ count: 8, speed: '100G', use: 'any' }],
      rack: 'Row 2',
      extra: lines,
    },
    core1: { platform: 'arista-7050cx3-32s', os: 'eos' },
  },
  designs: { 'l3-ebgp': {} },
};

/** Files beside it that it refers to. */
export const besideIt = { 'part.yaml': 'access: {}\n', 'bgp-key': 'bgp-key-of-tests\n' } as const;

export const environment = {
  OSPF_KEY: 'ospf-key',
  COMMUNITY: 'community-of-tests',
  UPSTREAM_KEY: 'upstream-key',
} as const;
