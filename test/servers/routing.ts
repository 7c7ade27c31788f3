import type { BgpGroup, BgpPeer, ServerDevice } from '../../src/device/device.ts';
import { ip, port, prefix } from './values.ts';

type Routing = NonNullable<ServerDevice['routing']>;

const leafs: BgpGroup = {
  name: 'LEAFS',
  description: 'the leafs of the rack',
  type: 'external',
  updateSourceLoopback: false,
  routeReflectorClient: false,
  nextHopSelf: false,
  addPath: false,
  bfd: true,
  extendedNextHop: false,
  allowOwnAs: 0,
  families: [
    { family: 4, importPolicy: 'FROM-LEAFS-V4', exportPolicy: 'OWN-V4', defaultOriginate: false },
    { family: 6, importPolicy: 'FROM-LEAFS-V6', exportPolicy: 'OWN-V6', defaultOriginate: false },
  ],
};

const policy = (name: string, family: 4 | 6) => ({
  name,
  family,
  steps: [{ sequence: 10, action: 'permit' as const, matchPrefixList: name, addCommunities: [], continue: false }],
});

const list = (name: string, family: 4 | 6, ...prefixes: string[]) => ({
  name,
  family,
  entries: prefixes.map((text, index) => ({ sequence: 10 * (index + 1), prefix: prefix(text) })),
});

/** A host's own addresses, and one that it shares with others, announced to two leafs. */
function routing(group: Partial<BgpGroup>, peers: readonly [BgpPeer, number][]): Routing {
  return {
    bfd: { interval: 300, multiplier: 3 },
    bgp: {
      asn: 4200000113,
      routerId: ip('10.255.1.13'),
      maximumPaths: 4,
      multipathRelax: true,
      groups: [{ ...leafs, ...group }],
      neighbors: peers.map(([peer, remoteAs], index) => ({
        peer,
        group: 'LEAFS',
        description: `z1r1-leaf${index + 1}`,
        remoteAs,
        families: [],
      })),
      networks: [prefix('10.255.1.13/32'), prefix('10.99.0.1/32'), prefix('2001:db8:255::13/128')],
      aggregates: [],
      leaks: [],
      vrfs: [],
    },
    policies: {
      prefixLists: [
        list('FROM-LEAFS-V4', 4, '0.0.0.0/0'),
        list('FROM-LEAFS-V6', 6, '::/0'),
        list('OWN-V4', 4, '10.255.1.13/32', '10.99.0.1/32'),
        list('OWN-V6', 6, '2001:db8:255::13/128'),
      ],
      communityLists: [],
      policies: [policy('FROM-LEAFS-V4', 4), policy('FROM-LEAFS-V6', 6), policy('OWN-V4', 4), policy('OWN-V6', 6)],
    },
  };
}

/** Sessions between link-local addresses, for both families. */
export const unnumbered = routing({ extendedNextHop: true }, [
  [{ type: 'port', port: port(1) }, 4200000001],
  [{ type: 'port', port: port(2) }, 4200000002],
]);

/** A session of IPv4, which carries IPv4 alone, and one of IPv6. */
export const numbered = routing({}, [
  [{ type: 'address', ip: ip('10.254.0.3') }, 4200000001],
  [{ type: 'address', ip: ip('2001:db8:254:2::1') }, 4200000002],
]);
