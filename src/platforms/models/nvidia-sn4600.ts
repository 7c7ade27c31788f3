import { cumulus43Ports, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { cumulusSpectrum2 } from '../tables/cumulus-spectrum2.ts';

/** A port split in four takes its neighbour away, so those modes are not listed. */
export const platform: Platform = {
  id: 'nvidia-sn4600',
  vendor: 'NVIDIA',
  model: 'SN4600',
  tiers: ['spine', 'superspine'],
  asic: 'NVIDIA Spectrum-3',
  rackUnits: 2,
  ports: [
    {
      first: 1,
      last: 64,
      connector: 'qsfp56',
      lanes: 4,
      speeds: [200, 100, 50, 40, 25, 10, 1],
      breakouts: [
        { channels: 2, speed: 100 },
        { channels: 2, speed: 50 },
        { channels: 2, speed: 25 },
        { channels: 2, speed: 10 },
        { channels: 2, speed: 1 },
      ],
      use: 'any',
    },
  ],
  logicalPorts: 128,
  bufferBytes: 60_817_392,
  tables: cumulusSpectrum2,
  sources: {
    asic: sonic('platform/mellanox/asic_table.j2'),
    rackUnits: netbox('Mellanox/SN4600.yml'),
    ports: sonic('device/mellanox/x86_64-mlnx_msn4600-r0/platform.json'),
    logicalPorts: `${cumulus43Ports}, section "Breakout Ports" (Spectrum-3)`,
    bufferBytes: sonic('device/mellanox/x86_64-mlnx_msn4600-r0/ACS-MSN4600/buffers_defaults_t1.j2 (egress pool)'),
  },
};
