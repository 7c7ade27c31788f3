import { aristaSonic, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const series = 'Arista 7050X series description, https://www.website-36d47ff9.nmhincorp.com/product-detail/jh585a';
const buffers = 'Arista 7050X data sheet, as quoted in https://people.ucsc.edu/~warner/Bufs/Arista-7050X';
const device = 'arista/x86_64-arista_7050_qx32';

export const platform: Platform = {
  id: 'arista-7050qx-32',
  vendor: 'Arista',
  model: 'DCS-7050QX-32',
  tiers: ['spine', 'leaf'],
  asic: 'Broadcom Trident 2',
  rackUnits: 1,
  ports: [
    {
      first: 1,
      last: 24,
      connector: 'qsfp+',
      lanes: 4,
      speeds: [40],
      breakouts: [{ channels: 4, speed: 10 }],
      use: 'any',
    },
    { first: 25, last: 32, connector: 'qsfp+', lanes: 4, speeds: [40], breakouts: [], use: 'any' },
  ],
  ecmpWidth: 128,
  lagWidth: 64,
  bufferBytes: 12 * 2 ** 20,
  tables: sonicBroadcom(32768, 16384, `${device}/Arista-7050-QX32/td2-a7050-qx32-32x40G.config.bcm`),
  sources: {
    asic: aristaSonic('cloverdale.py'),
    rackUnits: buffers,
    ports: `${aristaSonic('cloverdale.py')}; ${sonic(`device/${device}/platform.json`)}`,
    ecmpWidth: series,
    lagWidth: series,
    bufferBytes: `${buffers} (12 MB)`,
  },
};
