import { aristaSonic, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';

const dataSheet =
  'Arista 7060X4 data sheet, as quoted in https://blog.ipspace.net/2022/06/select-data-center-switching-asic/';

/** The DCS-7060PX4-32 is the same switch with OSFP cages. */
export const platform: Platform = {
  id: 'arista-7060x4-32x400',
  vendor: 'Arista',
  model: 'DCS-7060DX4-32',
  tiers: ['spine', 'superspine'],
  asic: 'Broadcom Tomahawk 3',
  rackUnits: 1,
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp-dd',
      lanes: 8,
      speeds: [400, 200, 100, 50, 40, 25, 10],
      breakouts: [
        { channels: 2, speed: 200 },
        { channels: 4, speed: 100 },
        { channels: 4, speed: 50 },
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'any',
    },
    { first: 33, last: 34, connector: 'sfp+', lanes: 1, speeds: [10], breakouts: [], use: 'any' },
  ],
  bufferBytes: 64 * 2 ** 20,
  tables: [
    {
      name: 'data sheet',
      nos: 'EOS',
      mac: 8192,
      ipv4Neighbors: 16384,
      ipv4Routes: 655_360,
      ipv6Routes: 163_840,
      source: dataSheet,
    },
  ],
  sources: {
    asic: aristaSonic('blackhawk.py'),
    rackUnits: dataSheet,
    ports: sonic('device/arista/x86_64-arista_7060dx4_32/platform.json'),
    bufferBytes: `${dataSheet} (64 MB)`,
  },
};
