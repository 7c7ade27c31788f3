import { cumulus43Ports, hedgehog, netbox, sonic } from '../citations.ts';
import type { Platform, PortRun } from '../platform.ts';
import { cumulusTrident } from '../tables/cumulus-broadcom.ts';
import { sonicBroadcom } from '../tables/sonic-broadcom.ts';

const library = netbox('Dell/Networking_s5248f-on-os10.yaml');
const catalog = hedgehog('Dell S5248F-ON');
const device = 'dell/x86_64-dellemc_s5248f_c3538-r0/DellEMC-S5248f-P-25G';

const qsfp: Pick<PortRun, 'lanes' | 'speeds' | 'breakouts'> = {
  lanes: 4,
  speeds: [100, 50, 40, 25, 10],
  breakouts: [
    { channels: 2, speed: 50 },
    { channels: 4, speed: 25 },
    { channels: 4, speed: 10 },
  ],
};

export const platform: Platform = {
  id: 'dell-s5248f-on',
  vendor: 'Dell',
  model: 'S5248F-ON',
  tiers: ['leaf'],
  asic: 'Broadcom Trident 3',
  rackUnits: 1,
  ports: [
    {
      first: 1,
      last: 48,
      connector: 'sfp28',
      lanes: 1,
      speeds: [25, 10, 1],
      breakouts: [],
      use: 'access',
      speedGroup: 4,
    },
    // Two cages with two ports each, which need cables that part; uplinks take the plain ones first.
    { first: 49, last: 52, connector: 'qsfp-dd', ...qsfp, use: 'any' },
    { first: 53, last: 56, connector: 'qsfp28', ...qsfp, use: 'uplink' },
  ],
  bufferBytes: 32_744_448,
  power: { typical: 360, maximum: 635 },
  tables: [...sonicBroadcom(40960, 40960, `${device}/td3-s5248f-25g.config.bcm`), ...cumulusTrident],
  sources: {
    asic: catalog,
    rackUnits: library,
    ports: `${catalog}; ${cumulus43Ports}, sections "200G Interfaces on the Dell S5248F Switch" and "1000BASE-T SFP Modules"`,
    bufferBytes: sonic(`device/${device}/buffers_defaults_t1.j2 (egress pool)`),
    power: `${library} (allocated and maximum draw)`,
  },
};
