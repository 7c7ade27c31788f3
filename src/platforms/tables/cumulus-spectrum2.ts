import { cumulus59Tables } from '../citations.ts';
import type { TableProfile } from '../platform.ts';

const k = 1024;

/** Sizes of one profile in units of 1024 entries, in the order of the vendor's table. */
type Row = readonly [
  mac: number,
  ipv4Neighbors: number,
  ipv6Neighbors: number,
  ipv4Routes: number,
  /** To /64; half as many longer ones fit. */
  ipv6Routes: number,
];

const rows: Readonly<Record<string, Row>> = {
  default: [50, 41, 20, 82, 74],
  'l2-heavy': [115, 74, 37, 16, 24],
  'l2-heavy-1': [239, 16, 12, 16, 16],
  'l2-heavy-2': [124, 132, 12, 16, 16],
  'l2-heavy-3': [107, 90, 80, 25, 10],
  'v4-lpm-heavy': [16, 41, 24, 124, 24],
  'v4-lpm-heavy-1': [16, 16, 4, 256, 8],
  'v6-lpm-heavy': [16, 16, 62, 16, 99],
  'v6-lpm-heavy-1': [5, 4, 4, 90, 235],
  'lpm-balanced': [16, 16, 12, 124, 124],
  'ipmc-heavy': [57, 41, 20, 82, 66],
  'ipmc-max': [41, 41, 20, 74, 66],
};

/** Spectrum-2 and later under Cumulus Linux 5.9. */
export const cumulusSpectrum2: readonly TableProfile[] = Object.entries(rows).map(
  ([name, [mac, ipv4Neighbors, ipv6Neighbors, ipv4Routes, ipv6Routes]]): TableProfile => ({
    name,
    nos: 'Cumulus Linux 5.9',
    mac: mac * k,
    ipv4Neighbors: ipv4Neighbors * k,
    ipv6Neighbors: ipv6Neighbors * k,
    ipv4Routes: ipv4Routes * k,
    ipv6Routes: ipv6Routes * k,
    ipv6LongRoutes: (ipv6Routes * k) / 2,
    shared: [['ipv6Routes', 'ipv6LongRoutes']],
    source: `${cumulus59Tables}, section "Spectrum-2 and Later"`,
  }),
);
