import type { Platform } from '../platform.ts';

const dataSheet = 'Arista 7050X3 Series data sheet, https://manualmachine.com/arista/7050sx348yc8/18236127-datasheet';

export const platform: Platform = {
  id: 'arista-7050sx3-96yc8',
  vendor: 'Arista',
  model: 'DCS-7050SX3-96YC8',
  tiers: ['leaf'],
  asic: 'Broadcom Trident 3',
  rackUnits: 2,
  ports: [
    {
      first: 1,
      last: 96,
      connector: 'sfp28',
      lanes: 1,
      speeds: [25, 10, 1],
      breakouts: [],
      use: 'access',
      speedGroup: 4,
    },
    { first: 97, last: 104, connector: 'qsfp28', lanes: 4, speeds: [100, 40], breakouts: [], use: 'uplink' },
  ],
  bufferBytes: 32 * 2 ** 20,
  sources: {
    asic: `${dataSheet} (the series is of one chip family, Trident 3)`,
    rackUnits: `${dataSheet} (2U)`,
    ports: `${dataSheet} (96 ports of 25G and 8 of 100G; 1/10/25G and 40/100G); groups of four as on the 48-port model of the series`,
    bufferBytes: `${dataSheet} (32 MB)`,
  },
};
