import type { Fabric, FabricNode, Link } from '../../fabric/fabric.ts';
import { type Floor, layOutFloor } from './floor.ts';

/** Height of a rack unit, in metres (EIA-310: 1.75 inches). */
const unitHeight = 0.04445;
/** Height of a rack that the fabric does not know, in units. */
const usualHeight = 42;
/** From the port to the side of the rack and back, at each end; in metres. An assumption. */
const sideways = 0.3;
/** From the top of a rack up to the tray above it, in metres. An assumption. */
const upToTray = 0.5;

/** Lengths that cables are sold in, in metres; longer ones are rounded up to full fifties. */
const stock = [0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 100] as const;

/** The shortest cable that is sold and long enough, in metres. */
export function stockLength(run: number): number {
  return stock.find((length) => length >= run) ?? Math.ceil(run / 50) * 50;
}

/** Unit of a node in its rack; the middle where nobody said. */
function unitOf(node: FabricNode): number {
  return node.unit ?? (node.rack?.height ?? usualHeight) / 2;
}

/** From a node's unit up to the overhead tray, in metres. */
function rise(node: FabricNode): number {
  return ((node.rack?.height ?? usualHeight) - unitOf(node)) * unitHeight + upToTray;
}

/** Metres of cable between two nodes: up and down within a rack, else up, along the overhead trays and down. */
function run(floor: Floor, a: FabricNode, z: FabricNode): number {
  const from = floor.placeOf(a);
  const to = floor.placeOf(z);
  const ends = 2 * sideways;
  if (from.rack === to.rack) return Math.abs(unitOf(a) - unitOf(z)) * unitHeight + ends;
  const horizontal = Math.abs(from.along - to.along) + Math.abs(from.across - to.across);
  return rise(a) + horizontal + rise(z) + ends;
}

export interface CableLength {
  readonly metres: number;
  /** measured: the user gave it; estimated: worked out from where the racks are assumed to stand. */
  readonly basis: 'measured' | 'estimated';
}

/** Gives the length of each cable: what the user measured, else an estimate in the lengths that cables are sold in. */
export function lengthsOf(fabric: Fabric): (link: Link) => CableLength {
  const floor = layOutFloor(fabric);
  return (link) => {
    if (link.length !== undefined) return { metres: link.length, basis: 'measured' };
    const a = fabric.graph.getNodeAttributes(link.a.node);
    const z = fabric.graph.getNodeAttributes(link.z.node);
    return { metres: stockLength(run(floor, a, z)), basis: 'estimated' };
  };
}
