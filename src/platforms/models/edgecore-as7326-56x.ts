import { cumulus43Ports, hedgehog, quoted } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { cumulusTrident } from '../tables/cumulus-broadcom.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const catalog = hedgehog('Edgecore DCS203');
const dataSheet = quoted('Edgecore DCS203 (AS7326-56X) data sheet', 'edgecore/as7326-56x');

/** The two 10G ports beside the QSFP28 ones, 57 and 58, are for management: most systems do not switch on them. */
export const platform: Platform = {
  id: 'edgecore-as7326-56x',
  vendor: 'Edgecore',
  model: 'AS7326-56X',
  tiers: ['leaf'],
  asic: 'Broadcom Trident 3',
  rackUnits: 1,
  weightKg: 10,
  ports: [
    {
      first: 1,
      last: 48,
      connector: 'sfp28',
      lanes: 1,
      speeds: [25, 10],
      breakouts: [],
      use: 'access',
      // Three groups of four that interlace: 1 2 3 6, 4 5 7 9, 8 10 11 12, and so on.
      speedGroup: 12,
    },
    {
      first: 49,
      last: 55,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 40],
      breakouts: [
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'uplink',
    },
    { first: 56, last: 56, connector: 'qsfp28', lanes: 4, speeds: [100, 40], breakouts: [], use: 'uplink' },
  ],
  bufferBytes: 32 * 2 ** 20,
  tables: [
    ...sonicBroadcom(
      32768,
      16384,
      'accton/x86_64-accton_as7326_56x-r0/Accton-AS7326-56X/td3-as7326-48x25G+8x100G.config.bcm',
    ),
    ...cumulusTrident,
  ],
  sources: {
    asic: catalog,
    rackUnits: dataSheet,
    weightKg: dataSheet,
    ports: `${catalog}; ${cumulus43Ports}, section "Link Speed on the EdgeCore AS7326-56X Switch"`,
    bufferBytes: `${dataSheet} (32 MB)`,
  },
};
