import { MultiUndirectedGraph } from 'graphology';
import type { Span } from '../diagnostics/span.ts';
import type { Topology } from '../topology/topology.ts';
import { namePattern } from '../topology/schema/common.ts';
import type { DesignTraits } from './design-traits.ts';
import type { FabricDefect } from './defect.ts';
import type { Renames } from './earlier.ts';
import type { FabricNode, Link, Network, Rack, ServerNode, SwitchNode, UnlaidLink, Upstream } from './fabric.ts';

/** A fabric under construction, handed from step to step of the builder. */
export interface Building {
  readonly topology: Topology;
  /** What the design asks of the graph. */
  readonly traits: DesignTraits;
  readonly graph: MultiUndirectedGraph<FabricNode, Link>;
  readonly racks: Rack[];
  readonly switches: SwitchNode[];
  readonly servers: ServerNode[];
  readonly links: Link[];
  readonly upstreams: Upstream[];
  readonly unlaid: UnlaidLink[];
  readonly networks: Map<string, Network>;
  readonly defects: FabricDefect[];
  /** Racks and devices that the file says were called otherwise. */
  readonly renames: Renames;
}

/** An empty fabric of a topology. */
export function startBuilding(topology: Topology, traits: DesignTraits): Building {
  return {
    topology,
    traits,
    graph: new MultiUndirectedGraph<FabricNode, Link>(),
    racks: [],
    switches: [],
    servers: [],
    links: [],
    upstreams: [],
    unlaid: [],
    networks: new Map(),
    defects: [],
    renames: { racks: new Map(), devices: new Map() },
  };
}

const validName = new RegExp(namePattern);

/** Adds a device to the graph, unless its name is none or already taken, which is noted. */
export function addNode(building: Building, node: FabricNode): boolean {
  if (!validName.test(node.name)) {
    building.defects.push({ kind: 'bad-name', name: node.name, span: node.span });
    return false;
  }
  if (building.graph.hasNode(node.name)) {
    noteDuplicate(building, 'device', node.name, node.span, building.graph.getNodeAttributes(node.name).span);
    return false;
  }
  building.graph.addNode(node.name, node);
  if (node.kind === 'switch') building.switches.push(node);
  else building.servers.push(node);
  return true;
}

/** Notes a name that is given twice. */
export function noteDuplicate(building: Building, what: string, name: string, span: Span, first: Span): void {
  building.defects.push({ kind: 'duplicate-name', what, name, span, first });
}
