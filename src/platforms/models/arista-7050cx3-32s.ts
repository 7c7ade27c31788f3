import { aristaSonic, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const library = netbox('Arista/DCS-7050CX3-32S-F.yaml');
const device = 'arista/x86_64-arista_7050cx3_32s';

export const platform: Platform = {
  id: 'arista-7050cx3-32s',
  vendor: 'Arista',
  model: 'DCS-7050CX3-32S',
  tiers: ['spine', 'leaf', 'superspine'],
  asic: 'Broadcom Trident 3',
  rackUnits: 1,
  weightKg: 9.07,
  ports: [
    {
      first: 1,
      last: 32,
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
    { first: 33, last: 34, connector: 'sfp+', lanes: 1, speeds: [10], breakouts: [], use: 'any' },
  ],
  bufferBytes: 32_599_040,
  power: { typical: 224 },
  tables: sonicBroadcom(32768, 16384, `${device}/Arista-7050CX3-32S-C32/config.bcm.j2`),
  sources: {
    asic: aristaSonic('lodoga.py'),
    rackUnits: library,
    weightKg: `${library} (20 lb)`,
    ports: `${library}; ${sonic(`device/${device}/platform.json`)}`,
    bufferBytes: sonic(
      `device/${device}/Arista-7050CX3-32S-C32/BALANCED/buffers_defaults_t1.j2 (egress pool, of 32 MB on the chip)`,
    ),
    power: 'Arista 7050X3 Series data sheet (under 7 W a 100G port; here 32 ports)',
  },
};
