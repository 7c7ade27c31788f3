import { cumulus43Ports, cumulus59Ports, netbox, sonic } from '../citations.ts';
import type { Platform } from '../platform.ts';
import { cumulusSpectrum1 } from '../tables/cumulus-spectrum1.ts';

/** A QSFP28 port split in four takes its neighbour away, so those modes are not listed. */
export const platform: Platform = {
  id: 'nvidia-sn2410',
  vendor: 'NVIDIA',
  model: 'SN2410',
  tiers: ['leaf'],
  asic: 'NVIDIA Spectrum',
  rackUnits: 1,
  ports: [
    { first: 1, last: 48, connector: 'sfp28', lanes: 1, speeds: [25, 10, 1], breakouts: [], use: 'access' },
    {
      first: 49,
      last: 56,
      connector: 'qsfp28',
      lanes: 4,
      speeds: [100, 50, 40, 25, 10],
      breakouts: [
        { channels: 2, speed: 50 },
        { channels: 2, speed: 25 },
        { channels: 2, speed: 10 },
      ],
      use: 'uplink',
    },
  ],
  logicalPorts: 64,
  bufferBytes: 13_945_824,
  tables: cumulusSpectrum1,
  sources: {
    asic: sonic('platform/mellanox/asic_table.j2'),
    rackUnits: netbox('Mellanox/SN2410.yml'),
    ports: `${sonic('device/mellanox/x86_64-mlnx_msn2410-r0/platform.json')}; ${cumulus59Ports}, tab "SN2410" (1G)`,
    logicalPorts: `${cumulus43Ports}, section "Breakout Ports" (Spectrum-1)`,
    bufferBytes: sonic('device/mellanox/x86_64-mlnx_msn2410-r0/ACS-MSN2410/buffers_defaults_t1.j2 (egress pool)'),
  },
};
