import type { Layer } from '../design.ts';
import { addToLeaf, hostLimit } from '../hosts/leaf-side.ts';
import { addToServer } from '../hosts/server-side.ts';
import { cablesOf } from '../server-links.ts';

/**
 * Servers that are routers themselves: a loopback, and on each port a session with the leaf. What a server announces
 * goes when it does, the addresses that it shares with others as well. All servers may have one AS number: no path that
 * a server hears has it, since it hears of a default route alone, and no leaf passes a server's routes to another server.
 */
export const routedHosts: Layer = {
  name: 'routed-hosts',
  apply(plan, drafts) {
    const limit = hostLimit(plan);
    for (const [name, server] of plan.routedServers) {
      const cables = cablesOf(plan.fabric, server.node).filter(({ leaf }) => plan.switches.has(leaf));
      for (const cable of cables) {
        const leaf = drafts.switches.get(cable.leaf);
        if (leaf) addToLeaf(plan, leaf, server, cable, limit);
      }
      const draft = drafts.servers.get(name);
      if (draft && cables.length > 0) addToServer(plan, draft, server, cables);
    }
  },
};
