import type { Upstream } from './upstream.ts';

/** What the operators of the upstreams of `topologies/border.yaml` set up; nothing here comes from the compiler. */
export const upstreams: readonly [Upstream, Upstream] = [
  {
    name: 'isp-a',
    asn: 64500,
    border: { asn: 4200000999 },
    ipv4: {
      own: '192.0.2.0/31',
      border: '192.0.2.1',
      host: '203.0.113.1/32',
      prefix: '203.0.113.0/25',
      transit: '192.0.2.128/31',
      unwanted: ['198.51.100.128/25', '10.30.0.0/24', '10.255.0.65/32'],
    },
    ipv6: {
      own: '2001:db8:a::/127',
      border: '2001:db8:a::1',
      host: '2001:db8:c0::1/128',
      prefix: '2001:db8:c0::/48',
      transit: '2001:db8:ab::/127',
      unwanted: ['2001:db8:20:ff::/64', '2001:db8:ff::41/128'],
    },
  },
  {
    name: 'isp-b',
    asn: 64501,
    border: { asn: 4200000998 },
    ipv4: {
      own: '192.0.2.2/31',
      border: '192.0.2.3',
      host: '203.0.113.129/32',
      prefix: '203.0.113.128/25',
      transit: '192.0.2.129/31',
      unwanted: ['198.51.100.0/25'],
    },
    ipv6: {
      own: '2001:db8:b::/127',
      border: '2001:db8:b::1',
      host: '2001:db8:d0::1/128',
      prefix: '2001:db8:d0::/48',
      transit: '2001:db8:ab::1/127',
      unwanted: ['2001:db8:20::/64'],
    },
  },
];

/** All that the world may see of the fabric. */
export const aggregates = { ipv4: '198.51.100.0/24', ipv6: '2001:db8:20::/48' };

/** What the border leafs discard where no rack has it: those, and the pool of the network that stays inside. */
export const discarded = [...Object.values(aggregates), '10.30.0.0/16'];

/** Addresses in the aggregates that no rack has. */
export const unused = ['198.51.100.200', '2001:db8:20:fff::1'];

/** Hosts behind the upstreams. */
export const hosts = upstreams.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].map(({ host }) => host.replace(/\/\d+$/, '')));

/** Devices of the upstreams' addresses. */
export const owners: Readonly<Record<string, string>> = Object.fromEntries(
  upstreams.flatMap(({ name, ipv4, ipv6 }) =>
    [ipv4, ipv6].flatMap(({ own, host, transit }) =>
      [own, host, transit].map((address) => [address.replace(/\/\d+$/, ''), name]),
    ),
  ),
);
