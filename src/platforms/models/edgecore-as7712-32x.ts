import { hedgehog } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { cumulusTomahawk } from '../tables/cumulus-broadcom.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const catalog = hedgehog('Edgecore DCS501');

export const platform: Platform = {
  id: 'edgecore-as7712-32x',
  vendor: 'Edgecore',
  model: 'AS7712-32X',
  tiers: ['spine', 'superspine'],
  asic: 'Broadcom Tomahawk',
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 40],
      breakouts: [
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
      ],
      use: 'any',
    },
  ],
  tables: [
    ...sonicBroadcom(40960, 40960, 'accton/x86_64-accton_as7712_32x-r0/Accton-AS7712-32X/th-as7712-32x100G.config.bcm'),
    ...cumulusTomahawk,
  ],
  sources: { asic: catalog, ports: catalog },
};
