import { aristaSonic, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';

const library = netbox('Arista/DCS-7260CX3-64-F.yaml');
const device = 'device/arista/x86_64-arista_7260cx3_64';

/** Its ports split in four too, but not all at once: 64 ports give at most 128 logical ones. */
export const platform: Platform = {
  id: 'arista-7260cx3-64',
  vendor: 'Arista',
  model: 'DCS-7260CX3-64',
  tiers: ['spine', 'superspine'],
  asic: 'Broadcom Tomahawk 2',
  rackUnits: 2,
  ports: [
    {
      first: 1,
      last: 64,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 50, 40, 25, 10],
      breakouts: [{ channels: 2, speed: 50 }],
      use: 'any',
    },
    { first: 65, last: 66, connector: 'sfp+', lanes: 1, speeds: [10], breakouts: [], use: 'any' },
  ],
  bufferBytes: 42_349_632,
  power: { typical: 314, maximum: 616 },
  sources: {
    asic: aristaSonic('gardena.py'),
    rackUnits: library,
    ports: `${library}; ${sonic(`${device}/platform.json`)}`,
    bufferBytes: sonic(`${device}/Arista-7260CX3-D96C16/buffers_defaults_t0.j2 (egress pool)`),
    power: `${library} (allocated and maximum draw)`,
  },
};
