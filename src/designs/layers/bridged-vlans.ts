import type { Network } from '../../fabric/fabric.ts';
import { networksOf } from '../../plan/rack-subnets.ts';
import type { Layer } from '../design.ts';

/** VLANs where they are needed: on a leaf those of its rack's servers, on a core those of all racks. */
export const bridgedVlans: Layer = {
  name: 'bridged-vlans',
  apply({ fabric }, drafts) {
    const ofRacks = new Map(fabric.racks.map((rack) => [rack, networksOf(rack)]));
    const all = new Set<Network>([...ofRacks.values()].flat());
    for (const node of fabric.switches) {
      const networks = node.rack ? (ofRacks.get(node.rack) ?? []) : [...all];
      drafts.switches
        .get(node.name)
        ?.vlans.push(...networks.map(({ vlan, name }) => ({ id: vlan, name })).sort((a, b) => a.id - b.id));
    }
  },
};
