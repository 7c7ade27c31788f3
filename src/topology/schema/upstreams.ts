import { address, flag, integer, line, list, name, object, secret, speed } from './common.ts';
import { extra } from './extra.ts';

const authentication = object(
  'UpstreamAuthentication',
  'TCP MD5 signature of the sessions (RFC 2385).',
  { key: secret('The key.') },
  ['key'],
);

const upstream = object(
  'UpstreamSection',
  'A router outside the fabric that a switch has BGP sessions with.',
  {
    name: name('What the upstream is called: names its filters.'),
    description: line('What it is for.'),
    device: {
      type: 'string',
      pattern: '^[A-Za-z0-9-]+(:[0-9]{1,4}(/[0-9]{1,2})?)?$',
      description: 'The switch where its cable ends, or device:port: a border leaf, or any other.',
      examples: ['border1', 'border1:31'],
    },
    speed: speed('Speed of the link. Without it: the highest of the port.'),
    mtu: integer('IP MTU of the link, in bytes.', 576, 9216, 1500),
    asn: integer('Autonomous system number of the upstream.', 1, 4294967294),
    addresses: list(
      {
        type: 'string',
        pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$',
        description: 'An address with its prefix length.',
        examples: ['192.0.2.1/31'],
      },
      'Addresses of this end: one, or one of each family. There is a session for each.',
      { minItems: 1 },
    ),
    peers: list(
      address('An address.'),
      'Addresses of the far end. Without: the other address of each /30, /31, /126 or /127.',
      { default: [] },
    ),
    import: list(
      { type: 'string', pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$', description: 'A prefix.' },
      'Prefixes taken from it, exactly as they are. Without: the default route of each family that it has an address of.',
      { default: [] },
    ),
    export: list(
      name('A network of `networks`, a service of `anycast`, or hostLoopbacks.'),
      'What is announced to it: networks, and hostLoopbacks, each as its whole pool and nothing else; services by their addresses. Without: networks with `defaultRoute`, and hostLoopbacks where servers are routed.',
      { default: [] },
    ),
    maximumPrefixes: integer('Prefixes at which the session is shut.', 1, 2000000, 64),
    bfd: flag('Whether BFD watches the sessions (RFC 5882): the upstream must run it too.', false),
    authentication,
    extra: extra('the port that its cable ends at'),
  },
  ['name', 'device', 'asn', 'addresses'],
);

export const upstreams = list(upstream, 'Routers outside the fabric, by BGP.', { default: [] });
