import type { BgpVrf, SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import { type Prefix, bitsOf } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import type { Draft } from '../draft.ts';
import { type Adjacency, adjacenciesOf } from '../ebgp/adjacencies.ts';
import { leaksInto } from '../ebgp/leaks.ts';
import { routeSet } from '../ebgp/route-sets.ts';
import { SessionMaker, type Table } from '../ebgp/sessions.ts';
import { multipathWidth } from '../multipath.ts';
import { familiesOf, gracefulShutdown } from '../route-filters.ts';
import { tier } from '../tiers.ts';

/** A routing table of the fabric: its links, and what is carried over them. */
interface Instance {
  /** Absent: the default table. */
  readonly vrf?: string;
  readonly adjacencies: ReadonlyMap<string, readonly Adjacency[]>;
  readonly table: Table;
}

function instanceOf(plan: Plan, vrf?: string): Instance {
  return {
    ...(vrf === undefined ? {} : { vrf }),
    adjacencies: adjacenciesOf(plan, vrf),
    table: new Map(familiesOf(plan).map((family) => [family, routeSet(plan, family, vrf)])),
  };
}

/** Prefixes that a leaf's rack originates in one routing table. */
function rackOrigins(plan: Plan, node: SwitchNode, vrf: string | undefined): Prefix[] {
  const subnets = node.rack ? (plan.subnets.get(node.rack.name) ?? []) : [];
  return subnets.filter(({ gateway, network }) => gateway && network.vrf === vrf).map(({ prefix }) => prefix);
}

/** The process of one switch, with its sessions in every table. */
function addProcess(
  plan: Plan,
  node: SwitchNode,
  draft: Draft<SwitchDevice>,
  main: Instance,
  vrfs: readonly Instance[],
): void {
  const { asn, routerId, loopbacks } = plan.switches.get(node.name)!;
  const sessions = new SessionMaker(plan, node, draft);
  const inTable = ({ vrf, adjacencies, table }: Instance) => ({
    neighbors: sessions.neighbors(adjacencies.get(node.name) ?? [], table, vrf),
    networks: rackOrigins(plan, node, vrf),
    aggregates: [],
    leaks: tier[node.role] === 0 ? leaksInto(plan, vrf, draft) : [],
  });
  const ofMain = inTable(main);
  const ofVrfs = vrfs.map((one): BgpVrf => ({ vrf: one.vrf!, ...inTable(one) }));
  draft.bgp = {
    asn,
    routerId,
    maximumPaths: multipathWidth(plan, node),
    multipathRelax: true,
    groups: [...sessions.groups.values()],
    ...ofMain,
    networks: [...loopbacks.map((base) => ({ base, length: bitsOf(base.family) })), ...ofMain.networks],
    vrfs: ofVrfs,
  };
}

/** eBGP on every link carries loopbacks and rack prefixes; each leaf is an autonomous system (RFC 7938). */
export const ebgpRoutes: Layer = {
  name: 'ebgp-routes',
  apply(plan, drafts) {
    const { bfd } = plan.fabric.topology.data.routing;
    const main = instanceOf(plan);
    const vrfs = plan.fabric.vrfs.map(({ name }) => instanceOf(plan, name));
    for (const { node } of plan.switches.values()) {
      const draft = drafts.switches.get(node.name);
      if (!draft) continue;
      if (bfd.enabled) draft.bfd = { interval: bfd.interval, multiplier: bfd.multiplier };
      gracefulShutdown(draft);
      addProcess(plan, node, draft, main, vrfs);
    }
  },
};
