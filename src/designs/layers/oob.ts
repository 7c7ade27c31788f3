import type { Layer } from '../design.ts';

/** Management ports: an address of the out-of-band network, or DHCP, in a VRF of their own. */
export const oob: Layer = {
  name: 'oob',
  apply(plan, drafts) {
    for (const [name, { oob: address }] of plan.switches) {
      const draft = drafts.switches.get(name);
      if (!draft || !address) continue;
      draft.management = { vrf: 'mgmt', address, ...(plan.oobGateway ? { gateway: plan.oobGateway } : {}) };
    }
  },
};
