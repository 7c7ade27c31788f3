import type { Platform } from '../platform.ts';

/** Any switch that runs Linux and FRR; the user counts its ports. */
export const platform: Platform = {
  id: 'linux',
  vendor: 'Linux',
  model: 'generic Linux switch',
  tiers: ['leaf', 'spine', 'superspine'],
  ports: [],
  sources: {},
};
