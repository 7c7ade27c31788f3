import type { Fabric } from '../fabric/fabric.ts';
import { portText } from '../fabric/fabric.ts';
import { listAddresses } from './address-records.ts';
import { planLinks } from './link-addresses.ts';
import { numberRacks } from './number-racks.ts';
import { numberLags } from './lag-numbers.ts';
import { choosePairVlan } from './pair-vlan.ts';
import type { Plan, SwitchPlan } from './plan.ts';
import { type Planning, startPlanning } from './planning.ts';
import { planSubnets } from './rack-subnets.ts';
import { planServers } from './server-addresses.ts';
import { planLoopbacks, planOob } from './switch-addresses.ts';

function planSwitches(planning: Planning): Map<string, SwitchPlan> {
  const { fabric } = planning;
  const { devices, fabric: section } = fabric.topology.data;
  const switches = new Map<string, SwitchPlan>();
  for (const node of fabric.switches) {
    const loopback = planning.loopbacks.get(node.name);
    if (!loopback) continue;
    const oob = planning.oob.get(node.name);
    const own = Object.hasOwn(devices, node.name) ? devices[node.name] : undefined;
    switches.set(node.name, { node, asn: own?.asn ?? section.asn, loopback, ...(oob ? { oob } : {}) });
  }
  return switches;
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
  const lags = numberLags(planning);
  const pairVlan = choosePairVlan(planning);
  return {
    fabric,
    allocations: planning.allocations,
    resting: new Map([...fabric.earlier.all].filter(([key]) => !planning.allocations.has(key))),
    lags,
    ...(pairVlan === undefined ? {} : { pairVlan }),
    switches: planSwitches(planning),
    links: planning.links,
    backups: planning.backups,
    subnets: planning.subnets,
    servers: planning.servers,
    ...(oobGateway ? { oobGateway } : {}),
    addresses: listAddresses(planning),
    defects: planning.defects,
  };
}
