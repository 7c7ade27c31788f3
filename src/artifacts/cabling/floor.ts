import type { Fabric, FabricNode, Rack } from '../../fabric/fabric.ts';

/** Width of a rack, in metres: one floor tile of 600 mm, which also is the usual width of a server rack. */
const rackWidth = 0.6;
/**
 * From the middle of a row of racks to that of the next, in metres: half of the common pitch of seven tiles
 * (14 feet) for two rows with their cold and hot aisle. https://www.server-racks.com/aisle-pitch.html
 */
const rowPitch = 2.14;
/**
 * Most racks in one row. "Rows should not exceed 20 cabinets or racks in length":
 * https://guidelines.risa.gov.rw/books/data-center-and-cloud-services-directives/page/circulation
 */
const racksPerRow = 20;
/** Switches in one rack of the network row: half of its units, the others for cable management. */
const switchesPerRack = 20;

/** A place in the hall: metres from its middle, along the rows and across them. */
export interface Place {
  /** Same for all that stand in one rack. */
  readonly rack: string;
  readonly along: number;
  readonly across: number;
}

/** Counted outwards from the middle: 0, 1, -1, 2, -2, … for 0, 1, 2, 3, 4. */
function outwards(index: number): number {
  return index % 2 === 0 ? -index / 2 : (index + 1) / 2;
}

/** Where everything stands. */
export interface Floor {
  readonly placeOf: (node: FabricNode) => Place;
}

/**
 * Lays out the hall. Nothing in a topology says where racks stand, so this is an assumption:
 * each zone (of each pod) has a row of racks of its own, side by side, or several of at most 20;
 * switches that stand in no rack (spines) share the racks of one network row in the middle of the hall,
 * unless their `rack` setting names a rack of the fabric; those with the same other name share one.
 * Racks and rows are counted outwards from the middle, so that one added at the end moves no other.
 */
export function layOutFloor(fabric: Fabric): Floor {
  const racks = new Map<string, Place>();
  const rows = new Map<string, { filled: number; row: number }>();
  let rowCount = 0;
  const place = (rack: Rack): Place => {
    const group = `${rack.pod?.name ?? ''}/${rack.zone.name}`;
    let current = rows.get(group);
    if (!current || current.filled === racksPerRow) rows.set(group, (current = { filled: 0, row: ++rowCount }));
    return {
      rack: rack.name,
      along: outwards(current.filled++) * rackWidth,
      // Row 0 is the network row.
      across: outwards(current.row) * rowPitch,
    };
  };
  for (const rack of fabric.racks) racks.set(rack.name, place(rack));

  const networkRacks = new Map<string, Place>();
  const networkRack = (name: string): Place => {
    let found = networkRacks.get(name);
    if (!found) {
      found = { rack: `network row: ${name}`, along: outwards(networkRacks.size) * rackWidth, across: 0 };
      networkRacks.set(name, found);
    }
    return found;
  };
  const switches = new Map<string, Place>();
  let unnamed = 0;
  for (const node of fabric.switches) {
    if (node.rack) continue;
    const given = node.place;
    switches.set(
      node.name,
      given === undefined
        ? networkRack(String(Math.floor(unnamed++ / switchesPerRack)))
        : (racks.get(given) ?? networkRack(`given ${given}`)),
    );
  }
  const middle: Place = { rack: '', along: 0, across: 0 };
  return {
    placeOf: (node) => (node.rack ? racks.get(node.rack.name) : switches.get(node.name)) ?? middle,
  };
}
