import type { Platform } from '../platform.ts';

export const platform: Platform = {
  id: 'arista-7050sx3-48yc8',
  vendor: 'Arista',
  model: 'DCS-7050SX3-48YC8',
  tiers: ['leaf'],
  asic: 'Broadcom Trident 3',
  rackUnits: 1,
  weightKg: 9.5,
  ports: [
    { first: 1, last: 48, connector: 'sfp28', lanes: 1, speeds: [25, 10, 1], breakouts: [], use: 'access' },
    {
      first: 49,
      last: 56,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 40],
      breakouts: [
        { channels: 2, speed: 50 },
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'uplink',
    },
  ],
  sources: {
    asic: 'Arista 7050X3 Series datasheet',
    rackUnits: 'netbox-community/devicetype-library device-types/Arista/DCS-7050SX3-48YC8-F.yaml',
    weightKg: 'netbox-community/devicetype-library device-types/Arista/DCS-7050SX3-48YC8-F.yaml (21 lb)',
    ports:
      'Arista 7050X3 Series datasheet; netbox-community/devicetype-library device-types/Arista/DCS-7050SX3-48YC8-F.yaml',
  },
};
