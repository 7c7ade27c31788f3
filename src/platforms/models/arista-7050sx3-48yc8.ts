import { aristaSonic, cumulus43Ports, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const library = netbox('Arista/DCS-7050SX3-48YC8-F.yaml');
const device = 'arista/x86_64-arista_7050sx3_48yc8';

export const platform: Platform = {
  id: 'arista-7050sx3-48yc8',
  vendor: 'Arista',
  model: 'DCS-7050SX3-48YC8',
  tiers: ['leaf'],
  asic: 'Broadcom Trident 3',
  rackUnits: 1,
  weightKg: 9.53,
  ports: [
    {
      first: 1,
      last: 48,
      connector: 'sfp28',
      lanes: 1,
      speeds: [25, 10, 1],
      breakouts: [],
      use: 'access',
      speedGroup: 4,
    },
    {
      first: 49,
      last: 56,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 40],
      breakouts: [{ channels: 4, speed: 25 }],
      use: 'uplink',
    },
  ],
  bufferBytes: 32 * 2 ** 20,
  tables: sonicBroadcom(32768, 16384, `${device}/Arista-7050SX3-48YC8/td3-a7050sx3_48yc8-48x25G+8x100G.config.bcm`),
  sources: {
    asic: aristaSonic('marysville.py'),
    rackUnits: library,
    weightKg: `${library} (21 lb)`,
    ports: [
      library,
      sonic(`device/${device}/platform.json (25G and 10G, 100G and 40G)`),
      'Korean public procurement list, item 24426610 (1/10/25G)',
      'breakout: https://www.arista.com/jp/um-eos/eos-layer-1-profiles',
      `groups of four: ${cumulus43Ports}, section "10G and 1G SFPs Inserted in a 25G Port" (Broadcom)`,
    ].join('; '),
    bufferBytes:
      'Arista 7050X3 Series data sheet (32 MB), https://manualmachine.com/arista/7050sx348yc8/18236127-datasheet',
  },
};
