import type { Fabric } from '../fabric/fabric.ts';
import { portText } from '../fabric/fabric.ts';
import type { Ip } from '../ip/index.ts';
import { listAddresses } from './address-records.ts';
import { planCoreSubnets } from './core-subnets.ts';
import { planHostLoopbacks, planRoutedServers } from './host-loopbacks.ts';
import { planLinks } from './link-addresses.ts';
import { numberRacks } from './number-racks.ts';
import { planAsns } from './autonomous-systems.ts';
import { numberLags } from './lag-numbers.ts';
import { numberMlagDomains } from './mlag-domains.ts';
import { choosePairVlans } from './pair-vlan.ts';
import type { Plan, SwitchPlan } from './plan.ts';
import { type Planning, startPlanning } from './planning.ts';
import { planSubnets } from './rack-subnets.ts';
import { planVrfVlans } from './vrf-vlans.ts';
import { planServers } from './server-addresses.ts';
import { planLoopbacks, planOob } from './switch-addresses.ts';

function planSwitches(planning: Planning): Map<string, SwitchPlan> {
  const { fabric } = planning;
  const asns = planAsns(planning);
  const switches = new Map<string, SwitchPlan>();
  for (const node of fabric.switches) {
    const loopbacks = planning.loopbacks.get(node.name) ?? [];
    if (loopbacks.length === 0) continue;
    const oob = planning.oob.get(node.name);
    const asn = asns.get(node.name) ?? fabric.topology.data.fabric.asn;
    switches.set(node.name, { node, asn, loopbacks, routerId: routerIdOf(fabric, loopbacks), ...(oob ? { oob } : {}) });
  }
  return switches;
}

/** Router ids are 32 bits whatever is routed (RFC 4271, RFC 5340): without IPv4, the place of the loopback in its pool. */
function routerIdOf(fabric: Fabric, loopbacks: readonly Ip[]): Ip {
  const ipv4 = loopbacks.find((ip) => ip.family === 4);
  const [pool] = fabric.pools.loopbacks;
  return ipv4 ?? { family: 4, value: (loopbacks[0]!.value - (pool?.prefix.base.value ?? 0n)) & 0xffffffffn };
}

/** Ports are chosen with the graph; they are allocations all the same, and must not move. */
function recordPorts(planning: Planning): void {
  for (const link of planning.fabric.links) {
    if (link.kind !== 'server') planning.allocations.set(`port/${link.id}/${link.a.node}`, portText(link.a.port));
    planning.allocations.set(`port/${link.id}/${link.z.node}`, portText(link.z.port));
  }
}

/**
 * Gives every device, link and rack its addresses. Total: what cannot be allocated is left out and noted in `defects`.
 * What is still there keeps the allocations of an earlier build (`Fabric.earlier`).
 */
export function planFabric(fabric: Fabric): Plan {
  const planning = startPlanning(fabric);
  recordPorts(planning);
  numberRacks(planning);
  planLoopbacks(planning);
  const oobGateway = planOob(planning);
  planLinks(planning);
  planSubnets(planning);
  planServers(planning);
  planHostLoopbacks(planning);
  const routedServers = planRoutedServers(planning);
  const switches = planSwitches(planning);
  const lagNumbers = numberLags(planning);
  const mlagDomains = numberMlagDomains(planning);
  const pairVlans = choosePairVlans(planning);
  const coreSubnets = planCoreSubnets(planning);
  const vrfVlans = planVrfVlans(planning);
  return {
    fabric,
    allocations: planning.allocations,
    resting: new Map([...fabric.earlier.all].filter(([key]) => !planning.allocations.has(key))),
    ...lagNumbers,
    mlagDomains,
    ...pairVlans,
    switches,
    links: planning.links,
    backups: planning.backups,
    vrfBackups: planning.vrfBackups,
    vrfVlans: vrfVlans.onLinks,
    vrfPairVlans: vrfVlans.betweenLeafs,
    subnets: planning.subnets,
    coreSubnets,
    servers: planning.servers,
    routedServers,
    hostBlocks: planning.hostBlocks,
    ...(oobGateway ? { oobGateway } : {}),
    addresses: listAddresses(planning, coreSubnets, routedServers),
    defects: planning.defects,
  };
}
