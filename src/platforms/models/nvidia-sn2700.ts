import { cumulus43Ports, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { cumulusSpectrum1 } from '../tables/cumulus-spectrum1.ts';

/** A port split in four takes its neighbour away, so those modes are not listed. */
export const platform: Platform = {
  id: 'nvidia-sn2700',
  vendor: 'NVIDIA',
  model: 'SN2700',
  tiers: ['spine', 'superspine'],
  asic: 'NVIDIA Spectrum',
  rackUnits: 1,
  ports: [
    {
      first: 1,
      last: 32,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 50, 40, 25, 10],
      breakouts: [
        { channels: 2, speed: 50 },
        { channels: 2, speed: 25 },
        { channels: 2, speed: 10 },
      ],
      use: 'any',
    },
  ],
  logicalPorts: 64,
  bufferBytes: 13_945_824,
  tables: cumulusSpectrum1,
  sources: {
    asic: sonic('platform/mellanox/asic_table.j2'),
    rackUnits: netbox('Mellanox/SN2700.yml'),
    ports: sonic('device/mellanox/x86_64-mlnx_msn2700-r0/platform.json'),
    logicalPorts: `${cumulus43Ports}, section "Logical Switch Port Limitations"`,
    bufferBytes: sonic('device/mellanox/x86_64-mlnx_msn2700-r0/ACS-MSN2700/buffers_defaults_t1.j2 (egress pool)'),
  },
};
