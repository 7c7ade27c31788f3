import { netbox } from '../citations.ts';
import type { Platform } from '../platform.ts';

const library = netbox('Cisco/N9K-C93180YC-FX.yaml');

/** Which ports split, and how, depends on the release of NX-OS; no mode is listed. */
export const platform: Platform = {
  id: 'cisco-n9k-93180yc-fx',
  vendor: 'Cisco',
  model: 'Nexus 93180YC-FX',
  tiers: ['leaf'],
  rackUnits: 1,
  ports: [
    { first: 1, last: 48, connector: 'sfp28', lanes: 1, speeds: [25, 10, 1], breakouts: [], use: 'access' },
    { first: 49, last: 54, connector: 'qsfp28', lanes: 4, speeds: [100, 40], breakouts: [], use: 'uplink' },
  ],
  power: { typical: 260, maximum: 425 },
  sources: {
    rackUnits: library,
    ports: `${library}; rackerlabs/genestack docs/accelerated-computing-infrastructure.md (speeds)`,
    power: `${library} (allocated and maximum draw)`,
  },
};
