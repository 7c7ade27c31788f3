import type { Interface, Ospf, OspfInterface } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { InterfaceAddress } from '../../ip/index.ts';
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

/** The version of OSPF for each family that an interface has addresses of. */
function versions(
  addresses: readonly InterfaceAddress[],
  settings: OspfInterface,
): { readonly ospf?: OspfInterface; readonly ospf3?: OspfInterface } {
  return {
    ...(addresses.some(({ ip }) => ip.family === 4) ? { ospf: settings } : {}),
    ...(addresses.some(({ ip }) => ip.family === 6) ? { ospf3: settings } : {}),
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
          return { ...one, ...versions(one.addresses, { ...common, passive: true, bfd: false }) };
        case 'ethernet': {
          const { mode } = one;
          if (mode.type !== 'routed' || !plan.fabric.graph.hasNode(one.peer?.device ?? '')) return one;
          const own = { ...common, passive: false, cost: costOf(one.port.speed) };
          return { ...one, mode: { ...mode, ...versions(mode.addresses, own) } };
        }
        case 'svi': {
          // The one SVI of a leaf that is a link between switches: the backup path of its pair.
          if (!plan.backups.has(node.rack?.name ?? '') || one.gateways.length > 0) return one;
          const own = { ...common, passive: false, cost: costOf(interlinkSpeed(plan, node)) * backupPenalty };
          return { ...one, ...versions(one.addresses, own) };
        }
        default:
          return one;
      }
    };
    for (const [name, { loopbacks, routerId, node }] of plan.switches) {
      const draft = drafts.switches.get(name);
      if (!draft) continue;
      draft.interfaces = draft.interfaces.map((one) => withOspf(one, node));
      if (bfd.enabled) draft.bfd = { interval: bfd.interval, multiplier: bfd.multiplier };
      const process: Ospf = {
        routerId,
        referenceBandwidth,
        maximumPaths: multipathWidth(plan, node),
        ...(bfd.enabled ? { spfThrottle: { initial: 0, hold: 20, maximum: 200 } } : {}),
        maxMetricOnStartup: startupSeconds,
      };
      if (loopbacks.some(({ family }) => family === 4)) draft.ospf = process;
      if (loopbacks.some(({ family }) => family === 6)) draft.ospf3 = process;
    }
  },
};
