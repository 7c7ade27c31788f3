import { aristaSonic, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';

const library = netbox('Arista/DCS-7060CX2-32S-F.yaml');

export const platform: Platform = {
  id: 'arista-7060cx2-32s',
  vendor: 'Arista',
  model: 'DCS-7060CX2-32S',
  tiers: ['spine', 'leaf', 'superspine'],
  asic: 'Broadcom Tomahawk',
  rackUnits: 1,
  weightKg: 9.53,
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
  sources: {
    asic: aristaSonic('upperlake.py'),
    rackUnits: library,
    weightKg: `${library} (21 lb)`,
    ports: [
      library,
      sonic('device/arista/x86_64-arista_7060_cx32s/platform.json'),
      `which ${sonic('device/arista/x86_64-arista_7060cx2_32s')} shares the port settings of`,
    ].join('; '),
  },
};
