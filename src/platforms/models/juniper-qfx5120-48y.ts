import { cumulus43Ports, netbox } from '../citations.ts';
import type { Platform } from '../platform.ts';

const library = netbox('Juniper/QFX5120-48Y.yaml');

export const platform: Platform = {
  id: 'juniper-qfx5120-48y',
  vendor: 'Juniper',
  model: 'QFX5120-48Y',
  tiers: ['leaf'],
  rackUnits: 1,
  ports: [
    {
      first: 0,
      last: 47,
      connector: 'sfp28',
      lanes: 1,
      speeds: [25, 10],
      breakouts: [],
      use: 'access',
      speedGroup: 4,
    },
    { first: 48, last: 55, connector: 'qsfp28', lanes: 4, speeds: [100, 40], breakouts: [], use: 'uplink' },
  ],
  power: { supply: 650 },
  sources: {
    rackUnits: library,
    ports: [
      library,
      'kimcharli/terraform-apstra-pslab main/devices.tf, profile Juniper_QFX5120-48Y_Junos (10, 25 and 40G)',
      'quads of one speed: https://www.juniper.net/documentation/cn/zh/software/junos/interfaces-ethernet-switches/topics/topic-map/switches-interface-port.html',
      `and ${cumulus43Ports}, section "10G and 1G SFPs Inserted in a 25G Port" (Broadcom)`,
    ].join('; '),
    power: `${library} (its maximum_draw is the rating of a supply)`,
  },
};
