import {
  choice,
  flag,
  integer,
  interfacePattern,
  line,
  list,
  mapOf,
  name,
  object,
  pattern,
  speed,
  word,
} from './common.ts';
import { uplinks } from './fabric.ts';
import { extra } from './extra.ts';
import { countedPorts, os, platform } from './hardware.ts';

const group = {
  type: ['integer', 'string'],
  minimum: 1,
  maximum: 65535,
  pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$',
  maxLength: 63,
};

export const zones = {
  type: ['integer', 'array'],
  minimum: 1,
  maximum: 1024,
  items: group,
  description: 'Failure zones: a number (named 1, 2, …) or a list of names. {zone} in a rack name stands for each.',
  default: 1,
};

export const pods = {
  type: ['integer', 'array'],
  minimum: 1,
  maximum: 1024,
  items: group,
  description:
    'Pods of a 5-stage Clos: a number (named 1, 2, …) or a list of names. {pod} in a rack name stands for each.',
};

const nics = object(
  'Nics',
  'Network ports of each server, those of the fabric only.',
  {
    count: integer('Ports a server.', 1, 16, 2),
    speed: speed('Speed of each port.'),
    names: list(
      {
        type: 'string',
        pattern: interfacePattern,
        description: 'Interface name in the operating system, at most 15 characters.',
      },
      'Names, one a port. Default: eth0, eth1, …',
      {
        default: [],
      },
    ),
  },
  ['speed'],
);

const serverGroup = object(
  'ServerGroup',
  'Equal servers in a rack.',
  {
    name: pattern('Name pattern: {rack}, {zone}, {pod} and ranges such as {01..20}.'),
    renamedFrom: pattern(
      'What the servers were called before: a pattern that stands for as many names. Their allocations stay.',
    ),
    role: line('What the servers do: object, proxy, compute, …', 64),
    nics,
    bond: choice(
      'How the ports are used: bonded with lacp (IEEE 802.1AX) or balance-xor (without negotiation) to one leaf, active-backup over two; none for a single port; routed where the server is a router itself and has BGP with the leafs on every port.',
      ['lacp', 'balance-xor', 'active-backup', 'none', 'routed'],
      'lacp',
    ),
    lacpRate: choice(
      'LACP timeout: fast asks for a frame a second and notices a silent link in 3 s.',
      ['fast', 'slow'],
      'fast',
    ),
    networks: list(
      name('A network of `networks`.'),
      'Networks the servers are in, tagged unless `untagged` names one. Routed servers are in none.',
      { minItems: 1 },
    ),
    untagged: name('The one network sent without a VLAN tag.'),
    mtu: integer(
      'IP MTU of the ports of routed servers, in bytes. Without it: 9000, or what the leaf has where that is less.',
      1280,
      9216,
    ),
    config: { ...word('Format of the server’s network config: netplan or ifupdown2.', 32), default: 'netplan' },
    macs: mapOf(
      'MAC addresses of the ports in order, by server name; the config then matches ports by them.',
      list(
        { type: 'string', pattern: '^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$', description: 'A MAC address.' },
        'One a port.',
      ),
    ),
    unit: integer(
      'Lowest rack unit of the first server; the others stand above it. Default: from the bottom upwards.',
      1,
      60,
    ),
    height: integer('Height of each server in rack units.', 1, 20, 1),
    extra: extra('the ports of the leafs that the servers are at, or for the LAG where such ports are one'),
  },
  ['name', 'role', 'nics'],
);

const rack = object(
  'RackSection',
  'One rack, or many by a pattern.',
  {
    name: pattern('Name pattern: {zone}, {pod} and ranges such as {1..4}. {zone} repeats the rack in each zone.'),
    zone: {
      ...group,
      description: 'The zone the rack is in; needed where there are several and the name has no {zone}.',
    },
    pod: { ...group, description: 'The pod the rack is in; needed where there are several and the name has no {pod}.' },
    leafs: integer('Leafs in the rack, where it differs from `fabric.leafs.perRack`.', 0, 2),
    renamedFrom: pattern(
      'What the racks were called before: a pattern that stands for as many names. Their allocations stay.',
    ),
    platform,
    os,
    ports: countedPorts,
    uplinks: { ...uplinks, description: 'Links to each spine, where this rack differs.', default: undefined },
    height: integer('Height of the rack in units.', 4, 60, 42),
    extra: extra('the leafs of the rack'),
    servers: list(serverGroup, 'Servers, by group.', { default: [] }),
  },
  ['name'],
);

export const racks = list(rack, 'Racks, in the order in which they get numbers and ports.');

export const access = {
  ...object('Access', 'How servers are joined to the leafs, and the protection of their ports.', {
    leafPair: choice(
      'What the two leafs of a rack are to its servers: independent switches, or one (mlag), to which a server may have an LACP bond.',
      ['independent', 'mlag'],
      'independent',
    ),
    bpduGuard: flag('Shut a server port that receives a spanning-tree BPDU.', true),
    stormControl: {
      ...object('StormControl', 'Limits on flooded traffic from a server port, in per cent of its speed.', {
        broadcast: { type: 'number', minimum: 0.01, maximum: 100, default: 1, description: 'Limit for broadcast.' },
        multicast: { type: 'number', minimum: 0.01, maximum: 100, default: 5, description: 'Limit for multicast.' },
      }),
      default: {},
    },
  }),
  default: {},
};
