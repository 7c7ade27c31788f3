import { address, choice, flag, integer, line, list, mapOf, object, pool, prefix } from './common.ts';
import { extra } from './extra.ts';

export const addressing = object(
  'Addressing',
  'Pools that addresses are allocated from. No two pools may overlap.',
  {
    loopbacks: pool('One address a switch: router id, BGP peering, management over the fabric.', '10.255.0.0/20'),
    p2pLinks: pool('A /31 (RFC 3021) or /127 (RFC 6164) for each link between switches.', '10.254.0.0/18'),
    hostLoopbacks: pool('One address for each server with `bond: routed`, in a block for each rack.', '10.252.0.0/16'),
    oob: prefix(
      'Out-of-band management network, one address a switch. Without it the management port uses DHCP.',
      '10.253.0.0/18',
    ),
    oobGateway: address('Default gateway of the out-of-band network. Without it: the first address of the pool.'),
    racksPerZone: integer(
      'Size of the block of rack numbers that each zone gets, so that a subnet shows its zone. Without it: 32, or what fits.',
      1,
      65536,
    ),
  },
  ['loopbacks', 'p2pLinks'],
);

const network = object(
  'NetworkSection',
  'A server network: one VLAN and one subnet in each rack.',
  {
    description: line('What the network is for.'),
    vrf: {
      type: 'string',
      pattern: '^[A-Za-z][A-Za-z0-9-]{0,13}$',
      description: 'The VRF of `vrfs` that it is in. Without: the default table.',
    },
    vlan: integer('VLAN id in every rack (IEEE 802.1Q).', 1, 4094),
    pool: pool('Block from which each rack gets its subnet.', '10.10.0.0/16'),
    perRack: integer('Prefix length of the IPv4 subnet of a rack; of IPv6 each has a /64.', 8, 30, 24),
    mtu: integer('IP MTU of the network, in bytes.', 576, 9216, 1500),
    gateway: choice(
      'Address of the gateway in each IPv4 subnet (of IPv6 it is always the first); none: the network does not leave the rack.',
      ['first', 'last', 'none'],
      'first',
    ),
    defaultRoute: flag("Whether servers' default route points to this network's gateway.", false),
    slaac: flag('Servers may make IPv6 addresses of their own (RFC 4862) beside the planned ones.', false),
    dhcpRelay: list(address('A DHCP server.'), 'DHCP servers to which the leaf relays requests.', { default: [] }),
    extra: extra('the interface of its VLAN on every switch that has one'),
  },
  ['vlan', 'pool'],
);

export const networks = mapOf('Server networks, by name.', network);
