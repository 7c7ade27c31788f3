import { cumulus59Tables } from '../citations.ts';
import type { Table, TableProfile } from '../platform.ts';

const k = 1024;

/** A row of the vendor's table, in units of 1024 entries. */
function profile(name: string, row: Readonly<Partial<Record<Table, number>>>): TableProfile {
  const entries = Object.fromEntries(Object.entries(row).map(([table, count]) => [table, count * k]));
  return { name, nos: 'Cumulus Linux 5.9', ...entries, source: `${cumulus59Tables}, section "Spectrum 1"` };
}

/** Spectrum (the first) under Cumulus Linux 5.9. */
export const cumulusSpectrum1: readonly TableProfile[] = [
  profile('default', { mac: 40, ipv4Neighbors: 32, ipv6Neighbors: 8, ipv4Routes: 64, ipv6LongRoutes: 22 }),
  profile('l2-heavy', { mac: 88, ipv4Neighbors: 48, ipv6Neighbors: 18, ipv4Routes: 8, ipv6LongRoutes: 8 }),
  profile('l2-heavy-1', { mac: 176, ipv4Neighbors: 4, ipv6Neighbors: 2, ipv4Routes: 4, ipv6LongRoutes: 2 }),
  profile('l2-heavy-2', { mac: 86, ipv4Neighbors: 86, ipv6Neighbors: 4, ipv4Routes: 8, ipv6LongRoutes: 4 }),
  profile('v4-lpm-heavy', { mac: 8, ipv4Neighbors: 8, ipv6Neighbors: 16, ipv4Routes: 80, ipv6LongRoutes: 16 }),
  profile('v4-lpm-heavy-1', { mac: 6, ipv4Neighbors: 6, ipv6Neighbors: 2, ipv4Routes: 176, ipv6LongRoutes: 2 }),
  profile('v6-lpm-heavy', {
    mac: 27,
    ipv4Neighbors: 8,
    ipv6Neighbors: 36,
    ipv4Routes: 8,
    ipv6Routes: 32,
    ipv6LongRoutes: 32,
  }),
  profile('lpm-balanced', {
    mac: 6,
    ipv4Neighbors: 4,
    ipv6Neighbors: 3,
    ipv4Routes: 60,
    ipv6Routes: 120,
    ipv6LongRoutes: 60,
  }),
  profile('ecmp-nh-heavy', { mac: 20, ipv4Neighbors: 32, ipv6Neighbors: 4, ipv4Routes: 40, ipv6LongRoutes: 4 }),
];
