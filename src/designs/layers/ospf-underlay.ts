import type { Interface, OspfInterface } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import { multipathWidth } from '../multipath.ts';
import { secretRef } from '../start-drafts.ts';

const megabitsPerGigabit = 1000;

/** Seconds for which a starting switch asks others to go elsewhere: longer than BGP takes to learn the rack prefixes (RFC 6987). */
const startupSeconds = 60;

/** How much worse the path over the other leaf is than a link of that speed: it is for when all uplinks are gone. */
const backupPenalty = 10;

/** What OSPF interfaces of the fabric have in common. */
function commonSettings(plan: Plan): Omit<OspfInterface, 'passive' | 'cost'> {
  const { topology } = plan.fabric;
  const { ospf, bfd } = topology.data.routing;
  const { authentication } = ospf;
  return {
    area: ospf.area ?? '0.0.0.0',
    pointToPoint: true,
    bfd: bfd.enabled,
    helloInterval: ospf.helloInterval,
    deadInterval: ospf.deadInterval,
    retransmitInterval: bfd.enabled ? 1 : 5,
    ...(authentication
      ? {
          authentication: {
            algorithm: authentication.algorithm,
            keyId: authentication.keyId,
            key: secretRef(topology, authentication, 'key', authentication.key),
          },
        }
      : {}),
  };
}

/** Speed of one cable between a leaf and the other leaf of its rack, in Gb/s. */
function interlinkSpeed(plan: Plan, node: SwitchNode): number {
  const [first, second] = node.rack?.leafs ?? [];
  const { graph } = plan.fabric;
  const ids = first && second ? graph.edges(first.name, second.name) : [];
  return Math.max(1, ...ids.map((id) => graph.getEdgeAttributes(id).speed));
}

/** OSPF carries loopbacks and links between switches, and nothing else: servers' networks are BGP's. */
export const ospfUnderlay: Layer = {
  name: 'ospf-underlay',
  apply(plan, drafts) {
    const { bfd, ospf } = plan.fabric.topology.data.routing;
    const referenceBandwidth = Number(ospf.referenceBandwidth.slice(0, -1)) * megabitsPerGigabit;
    const common = commonSettings(plan);
    const costOf = (gbps: number): number => Math.max(1, Math.round(referenceBandwidth / (gbps * megabitsPerGigabit)));
    const withOspf = (one: Interface, node: SwitchNode): Interface => {
      switch (one.kind) {
        case 'loopback':
          return { ...one, ospf: { ...common, passive: true, bfd: false } };
        case 'ethernet':
          if (one.mode.type !== 'routed') return one;
          return { ...one, mode: { ...one.mode, ospf: { ...common, passive: false, cost: costOf(one.port.speed) } } };
        case 'svi': {
          // The one SVI of a leaf that is a link between switches: the backup path of its pair.
          if (!plan.backups.has(node.rack?.name ?? '') || one.gateways.length > 0) return one;
          return {
            ...one,
            ospf: { ...common, passive: false, cost: costOf(interlinkSpeed(plan, node)) * backupPenalty },
          };
        }
        default:
          return one;
      }
    };
    for (const [name, { loopback, node }] of plan.switches) {
      const draft = drafts.switches.get(name);
      if (!draft) continue;
      draft.interfaces = draft.interfaces.map((one) => withOspf(one, node));
      if (bfd.enabled) draft.bfd = { interval: bfd.interval, multiplier: bfd.multiplier };
      draft.ospf = {
        routerId: loopback,
        referenceBandwidth,
        maximumPaths: multipathWidth(plan, node),
        ...(bfd.enabled ? { spfThrottle: { initial: 0, hold: 20, maximum: 200 } } : {}),
        maxMetricOnStartup: startupSeconds,
      };
    }
  },
};
