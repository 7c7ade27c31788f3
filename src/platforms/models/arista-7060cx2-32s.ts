import type { Platform } from '../platform.ts';

export const platform: Platform = {
  id: 'arista-7060cx2-32s',
  vendor: 'Arista',
  model: 'DCS-7060CX2-32S',
  tiers: ['spine', 'leaf', 'superspine'],
  rackUnits: 1,
  weightKg: 9.5,
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 40],
      breakouts: [
        { channels: 2, speed: 50 },
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'any',
    },
    { first: 33, last: 34, connector: 'sfp+', lanes: 1, speeds: [10, 1], breakouts: [], use: 'any' },
  ],
  sources: {
    rackUnits: 'netbox-community/devicetype-library device-types/Arista/DCS-7060CX2-32S-F.yaml',
    weightKg: 'netbox-community/devicetype-library device-types/Arista/DCS-7060CX2-32S-F.yaml (21 lb)',
    ports: 'netbox-community/devicetype-library device-types/Arista/DCS-7060CX2-32S-F.yaml',
  },
};
