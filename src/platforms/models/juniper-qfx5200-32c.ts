import { netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const library = netbox('Juniper/QFX5200-32C.yaml');
const tomahawk = 'https://blog.ipspace.net/2015/12/broadcom-tomahawk-101/';
const device = 'juniper/x86_64-juniper_qfx5200-r0';

export const platform: Platform = {
  id: 'juniper-qfx5200-32c',
  vendor: 'Juniper',
  model: 'QFX5200-32C',
  tiers: ['spine', 'superspine'],
  asic: 'Broadcom Tomahawk',
  ports: [
    {
      first: 0,
      last: 31,
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
  ],
  power: { supply: 650 },
  tables: sonicBroadcom(8192, 8192, `${device}/Juniper-QFX5200-32C-S/th-qfx5200-32x100g.config.bcm`),
  sources: {
    asic: `${tomahawk}; ${sonic(`device/${device}/Juniper-QFX5200-32C-S/th-qfx5200-32x100g.config.bcm`)}`,
    ports: `${library}; ${tomahawk} (speeds and breakouts)`,
    power: `${library} (its maximum_draw is the rating of a supply)`,
  },
};
