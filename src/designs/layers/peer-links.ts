import type { Layer } from '../design.ts';
import { interlinkLag } from '../interlink.ts';

/** The link between the two switches of each MLAG pair: it carries all VLANs that the two have. */
export const peerLinks: Layer = {
  name: 'peer-links',
  apply(plan, drafts) {
    const peerVlan = plan.mlagVlan === undefined ? [] : [plan.mlagVlan];
    for (const { first, second } of plan.mlagDomains) {
      for (const [node, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const draft = drafts.switches.get(node.name);
        if (!draft) continue;
        const vlans = [...draft.vlans.map(({ id }) => id), ...peerVlan];
        draft.interfaces.push(...interlinkLag(plan, node, other, { description: 'peer link', mtu: node.mtu, vlans }));
      }
    }
  },
};
