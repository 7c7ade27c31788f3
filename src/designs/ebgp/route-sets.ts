import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Family } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import { hostRoutes } from '../hosts/host-routes.ts';
import { limitFor } from '../path-counts.ts';
import {
  type Acceptable,
  fabricLoopbacks,
  fabricNetworks,
  importedPrefixes,
  loopbacksOf,
  rackNetworks,
} from '../route-filters.ts';

/** A name in a VRF; in the default table the plain one. */
export const inVrf = (name: string, vrf: string | undefined): string => (vrf === undefined ? name : `${name}-${vrf}`);

/** Which prefixes of one family and routing table the sessions of a fabric carry. */
export interface RouteSet {
  /** Networks, and in the default table loopbacks, routed servers and what comes from outside. */
  readonly everything: readonly Acceptable[];
  /**
   * What a leaf announces, and no others' routes, since it is no transit: the networks of its rack, its routed servers,
   * the loopbacks of the rack's leafs (over either of them), and what comes from its upstreams.
   */
  readonly ofLeaf: (node: SwitchNode) => Acceptable[];
  /** Prefixes at which a session that brings all of the fabric's is shut, and one that brings those of one rack. */
  readonly limits: { readonly all: number; readonly rack: number };
}

/** Gathers what all switches share, once for each family and routing table. */
export function routeSet(plan: Plan, family: Family, vrf: string | undefined): RouteSet {
  const networks = fabricNetworks(plan, family, vrf);
  const { racks, switches } = plan.fabric;
  const hosts = hostRoutes(plan, family);
  const ofRacks = racks.map(
    (rack) =>
      rackNetworks(plan, rack, family, vrf).length + rack.leafs.length + (vrf === undefined ? hosts.countIn(rack) : 0),
  );
  const imported = importedPrefixes(plan, family);
  const all = ofRacks.reduce((sum, one) => sum + one, 0) + switches.length + imported.length;
  return {
    everything:
      vrf === undefined ? [...networks, ...fabricLoopbacks(plan, family), ...hosts.everywhere, ...imported] : networks,
    ofLeaf(node) {
      const { rack } = node;
      const own = rack ? rackNetworks(plan, rack, family, vrf) : [];
      if (vrf !== undefined) return own;
      return [
        ...own,
        ...(rack ? hosts.inRack(rack) : []),
        ...loopbacksOf(plan, rack ? rack.leafs : [node], family),
        ...importedPrefixes(plan, family, node),
      ];
    },
    limits: { all: limitFor(all), rack: limitFor(Math.max(1, ...ofRacks) + imported.length) },
  };
}
