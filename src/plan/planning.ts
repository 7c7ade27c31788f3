import type { Fabric, Link, Rack, ServerNode, SwitchNode } from '../fabric/fabric.ts';
import type { InterfaceAddress, Ip } from '../ip/index.ts';
import type { HostBlock, LinkBlock, PlanDefect, SubnetPlan } from './plan.ts';

/** A plan under construction. */
export interface Planning {
  readonly fabric: Fabric;
  readonly allocations: Map<string, string>;
  readonly defects: PlanDefect[];
  /** Number of each rack: its place in every pool. */
  readonly rackNumbers: Map<string, number>;
  readonly loopbacks: Map<string, Ip[]>;
  readonly oob: Map<string, InterfaceAddress>;
  readonly links: Map<
    string,
    { readonly link: Link; readonly blocks: LinkBlock[]; readonly vrfs: Map<string, LinkBlock[]> }
  >;
  readonly backups: Map<string, LinkBlock[]>;
  readonly vrfBackups: Map<string, Map<string, LinkBlock[]>>;
  readonly subnets: Map<string, SubnetPlan[]>;
  readonly hostLoopbacks: Map<string, Ip[]>;
  readonly hostBlocks: Map<string, HostBlock[]>;
  readonly servers: Map<string, { readonly node: ServerNode; readonly addresses: Map<string, InterfaceAddress[]> }>;
}

export function startPlanning(fabric: Fabric): Planning {
  return {
    fabric,
    allocations: new Map(),
    defects: [],
    rackNumbers: new Map(),
    loopbacks: new Map(),
    oob: new Map(),
    links: new Map(),
    backups: new Map(),
    vrfBackups: new Map(),
    subnets: new Map(),
    hostLoopbacks: new Map(),
    hostBlocks: new Map(),
    servers: new Map(),
  };
}

/** Number of a rack; every rack has one once racks are numbered. */
export function rackNumber(planning: Planning, rack: Rack): number {
  return planning.rackNumbers.get(rack.name) ?? rack.index;
}

/** Most spines a pod is expected to have when places are laid out; more are placed where there is room. */
const spinesPerPod = 16;

/** Place of a superspine or spine among those of its tier. */
export function tierPlace(node: SwitchNode): number {
  return (node.pod?.index ?? 0) * (node.role === 'spine' ? spinesPerPod : 0) + node.number - 1;
}
