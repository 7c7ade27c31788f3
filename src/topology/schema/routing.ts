import { choice, flag, integer, line, object, secret } from './common.ts';

const bfd = {
  ...object('BfdSection', 'Bidirectional forwarding detection on fabric links (RFC 5881).', {
    enabled: flag('Whether the fabric links run BFD.', true),
    interval: integer('Transmit and receive interval in milliseconds.', 50, 10000, 100),
    multiplier: integer('Missed packets after which the neighbour is down.', 2, 50, 3),
  }),
  default: {},
};

const ospf = {
  ...object('OspfSection', 'The underlay: it carries loopbacks and links only (RFC 2328).', {
    area: line('The area of all fabric links, as a dotted quad.', 15),
    referenceBandwidth: {
      type: 'string',
      pattern: '^[1-9][0-9]{0,3}G$',
      default: '400G',
      description: 'Speed whose cost is 1; a link costs this divided by its speed.',
    },
    helloInterval: integer('Seconds between hellos. BFD finds a dead neighbour; hellos find new ones.', 1, 3600, 10),
    deadInterval: integer('Seconds without a hello after which a neighbour is down.', 2, 14400, 40),
    authentication: object(
      'OspfAuthentication',
      'Authentication of every adjacency.',
      {
        key: secret('The key.'),
        algorithm: choice('md5 (RFC 2328) or sha256 (RFC 5709).', ['md5', 'sha256'], 'md5'),
        keyId: integer('Key number, equal on both ends.', 1, 255, 1),
      },
      ['key'],
    ),
  }),
  default: {},
};

const bgp = {
  ...object('BgpSection', 'Carries the rack prefixes (RFC 4271).', {
    maximumPaths: integer(
      'Most next hops of a route. Without it: what the platform can do, or what the fabric needs.',
      1,
      512,
    ),
    asnPool: {
      type: 'string',
      pattern: '^[1-9][0-9]{0,9}-[1-9][0-9]{0,9}$',
      default: '4200000000-4294967294',
      description:
        'Where each leaf has an autonomous system of its own (l3-ebgp): the numbers that leafs and pods are given, first and last. The default is the private range of four bytes (RFC 6996). The top tier has `fabric.asn`.',
    },
    hostAsn: integer(
      'Autonomous system number of all servers with `bond: routed`. They share one, since each hears of nothing but a default route from its leafs, in whose path it never stands.',
      1,
      4294967294,
      4200999999,
    ),
    asnPer: choice(
      'Whether the two leafs of a rack have a number each, or one together (l3-ebgp).',
      ['leaf', 'rack'],
      'leaf',
    ),
    unnumbered: flag(
      'Sessions between link-local IPv6 addresses: links between switches need no addresses of their own (l3-ebgp; RFC 8950).',
      false,
    ),
    authentication: object(
      'BgpAuthentication',
      'TCP MD5 signature of every session between switches (RFC 2385). Servers are not given the key.',
      { key: secret('The key.') },
      ['key'],
    ),
  }),
  default: {},
};

export const routing = {
  ...object('RoutingSection', 'Protocol settings; the defaults are measured ones.', { bfd, ospf, bgp }),
  default: {},
};
