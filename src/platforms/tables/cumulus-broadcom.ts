import { cumulus43Resources, cumulus43Tables } from '../citations.ts';
import type { TableProfile } from '../platform.ts';

const k = 1024;

/** IPv4 and IPv6 divide neighbours and routes between them; an IPv6 neighbour takes the place of two IPv4 ones. */
function profile(
  name: string,
  tables: { readonly mac: number; readonly neighbors: number; readonly ipv4: number; readonly ipv6Long: number },
): TableProfile {
  return {
    name,
    nos: 'Cumulus Linux 4.3',
    mac: tables.mac * k,
    ipv4Neighbors: tables.neighbors * k,
    ipv6Neighbors: (tables.neighbors / 2) * k,
    ipv4Routes: tables.ipv4 * k,
    ipv6LongRoutes: tables.ipv6Long * k,
    shared: [
      ['ipv4Neighbors', 'ipv6Neighbors'],
      ['ipv4Routes', 'ipv6LongRoutes'],
    ],
    source: `${cumulus43Tables}; ${cumulus43Resources}`,
  };
}

/** Trident II, Trident II+ and Trident 3. */
export const cumulusTrident: readonly TableProfile[] = [
  profile('default', { mac: 32, neighbors: 16, ipv4: 128, ipv6Long: 20 }),
  profile('l2-heavy', { mac: 160, neighbors: 96, ipv4: 8, ipv6Long: 2 }),
  profile('v4-lpm-heavy', { mac: 32, neighbors: 16, ipv4: 128, ipv6Long: 20 }),
  profile('v6-lpm-heavy', { mac: 32, neighbors: 16, ipv4: 128, ipv6Long: 20 }),
];

/** Tomahawk and Tomahawk+. */
export const cumulusTomahawk: readonly TableProfile[] = [
  profile('default', { mac: 40, neighbors: 40, ipv4: 64, ipv6Long: 8 }),
  profile('l2-heavy', { mac: 72, neighbors: 72, ipv4: 8, ipv6Long: 2 }),
  profile('v4-lpm-heavy', { mac: 8, neighbors: 8, ipv4: 128, ipv6Long: 20 }),
  profile('v6-lpm-heavy', { mac: 8, neighbors: 8, ipv4: 128, ipv6Long: 20 }),
];
