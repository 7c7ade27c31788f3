import { hedgehog, quoted } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const catalog = hedgehog('Edgecore DCS204');
const dataSheet = quoted('Edgecore DCS204 (AS7726-32X) data sheet', 'edgecore/as7726-32x');

/** The two 10G ports, 33 and 34, are for management: SONiC's port map has none of them. */
export const platform: Platform = {
  id: 'edgecore-as7726-32x',
  vendor: 'Edgecore',
  model: 'AS7726-32X',
  tiers: ['spine', 'leaf', 'superspine'],
  asic: 'Broadcom Trident 3',
  rackUnits: 1,
  weightKg: 10.87,
  ports: [
    {
      first: 1,
      last: 31,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 50, 40, 25, 10],
      breakouts: [
        { channels: 2, speed: 50 },
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'any',
    },
    { first: 32, last: 32, connector: 'qsfp28', lanes: 4, speeds: [100, 40], breakouts: [], use: 'any' },
  ],
  logicalPorts: 128,
  bufferBytes: 32 * 2 ** 20,
  power: { typical: 296.73, supply: 650 },
  tables: sonicBroadcom(
    32768,
    16384,
    'accton/x86_64-accton_as7726_32x-r0/Accton-AS7726-32X/td3-as7726-32x100G.config.bcm',
  ),
  sources: {
    asic: catalog,
    rackUnits: dataSheet,
    weightKg: dataSheet,
    ports: catalog,
    logicalPorts: dataSheet,
    bufferBytes: `${dataSheet} (32 MB)`,
    power: `${dataSheet} (typical with 32 SR4 transceivers, 30 % load, 25 °C)`,
  },
};
