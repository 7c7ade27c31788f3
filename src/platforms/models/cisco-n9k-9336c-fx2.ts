import { netbox } from '../citations.ts';
import type { Platform } from '../platform.ts';

const library = netbox('Cisco/N9K-C9336C-FX2.yaml');

/** Which ports split, and how, depends on the release of NX-OS; no mode is listed. */
export const platform: Platform = {
  id: 'cisco-n9k-9336c-fx2',
  vendor: 'Cisco',
  model: 'Nexus 9336C-FX2',
  tiers: ['spine', 'leaf', 'superspine'],
  rackUnits: 1,
  weightKg: 8.5,
  ports: [{ first: 1, last: 36, connector: 'qsfp28', lanes: 4, speeds: [100, 40], breakouts: [], use: 'any' }],
  sources: {
    rackUnits: library,
    weightKg: library,
    ports: `${library}; allenrobel/netbox-tools, help of its device type scripts ("36x40/100G QSFP28", speeds)`,
  },
};
