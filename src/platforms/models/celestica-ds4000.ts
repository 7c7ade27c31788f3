import { hedgehog, quoted } from '../citations.ts';
import type { Platform } from '../platform.ts';

const catalog = hedgehog('Celestica DS4000');
const dataSheet = quoted('Celestica DS4000 data sheet', 'celestica/ds4000');

/**
 * Four neighbouring ports have 18 logical ones together, so that not all can be split in eight: those modes are not
 * listed. The 10G port is for management.
 */
export const platform: Platform = {
  id: 'celestica-ds4000',
  vendor: 'Celestica',
  model: 'DS4000',
  tiers: ['spine', 'superspine'],
  asic: 'Broadcom Tomahawk 3',
  rackUnits: 1,
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp-dd',
      lanes: 8,
      speeds: [400, 100, 40, 25, 10],
      breakouts: [
        { channels: 2, speed: 200 },
        { channels: 4, speed: 100 },
        { channels: 2, speed: 40 },
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'any',
    },
  ],
  logicalPorts: 144,
  bufferBytes: 64 * 2 ** 20,
  power: { maximum: 1100, supply: 1500 },
  sources: {
    asic: catalog,
    rackUnits: dataSheet,
    ports: catalog,
    logicalPorts: catalog,
    bufferBytes: `${dataSheet} (64 MB)`,
    power: `${dataSheet} (with transceivers of 12 W)`,
  },
};
