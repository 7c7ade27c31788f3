import type { Fabric } from '../../fabric/fabric.ts';
import type { Family } from '../../ip/index.ts';
import { isUnnumbered } from '../../plan/link-addresses.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface Lack {
  /** Whose addresses lack a path: a network's, or routed servers'. */
  readonly what: string;
  readonly family: Family;
  readonly pool: string;
}

/** Pools of the fabric that a family needs. */
function neededPools(fabric: Fabric): readonly ('loopbacks' | 'p2pLinks')[] {
  if (fabric.traits.links !== 'routed') return [];
  return isUnnumbered(fabric) ? ['loopbacks'] : ['loopbacks', 'p2pLinks'];
}

/** Pools whose prefixes BGP carries. */
function poolsWithRoutes({ networks, pools }: Fabric) {
  return [
    ...networks.map((network) => ({ name: `Network ${network.name}`, pools: network.pools })),
    { name: 'addressing.hostLoopbacks', pools: pools.hostLoopbacks },
  ];
}

export const rule = defineRule<Lack, 'fabric'>({
  stage: 'fabric',
  code: 'FAB067',
  name: 'underlay-carries-every-family',
  severity: 'error',
  summary: 'Loopbacks and links between switches have addresses of every family that a network or a routed server has.',
  why: 'Routes of a family need next hops and sessions of that family: without, its servers reach nobody outside their rack.',
  source: 'RFC 4271 section 5.1.3; RFC 5340 section 1',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/48"], defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
    right: `addressing:
  loopbacks: [10.255.0.0/24, "2001:db8:ff::/64"]
  p2pLinks: [10.254.0.0/24, "2001:db8:fe::/64"]
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/48"], defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
`,
  },
  message: ({ what, family, pool }) => `${what} has IPv${family}, and addressing.${pool} has none`,
  hint: ({ pool }) => `Give addressing.${pool} a prefix of each family: [10.254.0.0/18, "2001:db8:fe::/64"].`,
  check(fabric, report) {
    const { topology } = fabric;
    for (const pool of neededPools(fabric)) {
      const given = fabric.pools[pool];
      if (given.length === 0) continue;
      const reported = new Set<Family>();
      for (const { name, pools } of poolsWithRoutes(fabric)) {
        for (const { prefix, span } of pools) {
          const { family } = prefix.base;
          if (reported.has(family) || given.some((one) => one.prefix.base.family === family)) continue;
          reported.add(family);
          const related = [{ message: `addressing.${pool}`, span: spanOf(topology, topology.data.addressing, pool) }];
          report({ what: name, family, pool }, span, related);
        }
      }
    }
  },
});
