import { hedgehog, quoted } from '../citations.ts';
import type { Platform } from '../platform.ts';

const catalog = hedgehog('Edgecore DCS240');
const guide = quoted('Edgecore DCS240 data sheet and quick start guide, variant AS9726-32DB', 'edgecore/dcs240');

/** How many logical ports the chip has in all is not known, so the modes that split in eight are not listed. */
export const platform: Platform = {
  id: 'edgecore-as9726-32d',
  vendor: 'Edgecore',
  model: 'AS9726-32D',
  tiers: ['spine', 'leaf', 'superspine'],
  asic: 'Broadcom Trident 4',
  rackUnits: 1,
  weightKg: 11.85,
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp-dd',
      lanes: 8,
      speeds: [400, 100, 50, 40, 25, 10],
      breakouts: [
        { channels: 2, speed: 200 },
        { channels: 4, speed: 100 },
        { channels: 2, speed: 50 },
        { channels: 2, speed: 40 },
        { channels: 4, speed: 10 },
      ],
      use: 'any',
    },
    // The panel prints 1 and 2 beside them; SONiC counts on.
    { first: 33, last: 34, connector: 'sfp+', lanes: 1, speeds: [10, 1], breakouts: [], use: 'any' },
  ],
  power: { maximum: 714, supply: 1500 },
  sources: {
    asic: catalog,
    rackUnits: guide,
    weightKg: guide,
    ports: catalog,
    power: `${guide} (at 100 V and without transceivers)`,
  },
};
