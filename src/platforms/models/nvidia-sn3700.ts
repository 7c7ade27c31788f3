import { cumulus43Ports, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { cumulusSpectrum2 } from '../tables/cumulus-spectrum2.ts';

export const platform: Platform = {
  id: 'nvidia-sn3700',
  vendor: 'NVIDIA',
  model: 'SN3700',
  tiers: ['spine', 'superspine'],
  asic: 'NVIDIA Spectrum-2',
  rackUnits: 1,
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp56',
      lanes: 4,
      speeds: [200, 100, 50, 40, 25, 10, 1],
      breakouts: [
        { channels: 2, speed: 100 },
        { channels: 4, speed: 50 },
        { channels: 4, speed: 25 },
        { channels: 4, speed: 10 },
        { channels: 4, speed: 1 },
      ],
      use: 'any',
    },
  ],
  logicalPorts: 128,
  bufferBytes: 34_287_552,
  tables: cumulusSpectrum2,
  sources: {
    asic: sonic('platform/mellanox/asic_table.j2'),
    rackUnits: netbox('Mellanox/SN3700.yml'),
    ports: sonic('device/mellanox/x86_64-mlnx_msn3700-r0/platform.json'),
    logicalPorts: `${cumulus43Ports}, section "Breakout Ports" (Spectrum-2)`,
    bufferBytes: sonic('device/mellanox/x86_64-mlnx_msn3700-r0/ACS-MSN3700/buffers_defaults_t1.j2 (egress pool)'),
  },
};
