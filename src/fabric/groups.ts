import { spanOf } from '../topology/topology.ts';
import { type Building, noteDuplicate } from './building.ts';

/** A zone or a pod. */
export interface Group {
  readonly name: string;
  readonly index: number;
}

/** Zones or pods of the file: a count gives them numbers for names. */
export function expandGroups(building: Building, what: 'zones' | 'pods'): Group[] {
  const { data } = building.topology;
  const given = data[what] ?? [];
  if (typeof given === 'number') {
    return Array.from({ length: given }, (_, index) => ({ name: String(index + 1), index }));
  }
  const groups = new Map<string, { group: Group; position: number }>();
  for (const [position, item] of given.entries()) {
    const name = String(item);
    const before = groups.get(name);
    if (before) {
      noteDuplicate(
        building,
        what.slice(0, -1),
        name,
        spanOf(building.topology, given, position),
        spanOf(building.topology, given, before.position),
      );
    } else groups.set(name, { group: { name, index: groups.size }, position });
  }
  return [...groups.values()].map(({ group }) => group);
}
