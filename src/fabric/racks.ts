import { type RackSection, spanOf } from '../topology/topology.ts';
import { type Building, noteDuplicate } from './building.ts';
import type { Rack } from './fabric.ts';
import { formerNames } from './former-names.ts';
import type { Group } from './groups.ts';
import { exceedsLimit } from './limits.ts';
import { expandPattern, mentions } from './pattern.ts';

/** The groups a rack section stands in: all for a placeholder in its name, else the one it names, else the only one. */
function chooseGroups(
  building: Building,
  section: RackSection,
  what: 'zone' | 'pod',
  groups: readonly Group[],
): readonly (Group | undefined)[] {
  const given = section[what];
  if (given !== undefined) {
    const found = groups.find((group) => group.name === String(given));
    if (found) return [found];
    building.defects.push({
      kind: 'unknown-reference',
      what,
      name: String(given),
      candidates: groups.map((group) => group.name),
      span: spanOf(building.topology, section, what),
    });
    return [];
  }
  if (mentions(section.name, what)) return groups;
  if (groups.length <= 1) return [groups[0]];
  building.defects.push({
    kind: 'missing-choice',
    what,
    rack: section.name,
    span: spanOf(building.topology, section, 'name'),
  });
  return [];
}

/** Racks of the file, expanded: zone by zone, pod by pod, each pattern in its order. */
export function expandRacks(building: Building, zones: readonly Group[], pods: readonly Group[]): void {
  const { topology } = building;
  const byName = new Map<string, Rack>();
  let named = 0;
  for (const section of topology.data.racks) {
    const span = spanOf(topology, section, 'name');
    const sectionZones = chooseGroups(building, section, 'zone', zones);
    const sectionPods = chooseGroups(building, section, 'pod', pods);
    let failed = false;
    for (const zone of sectionZones) {
      for (const pod of sectionPods) {
        if (!zone || failed) continue;
        const values = { zone: zone.name, ...(pod ? { pod: pod.name } : {}) };
        const names = expandPattern(section.name, values);
        if (!Array.isArray(names)) {
          building.defects.push({ kind: 'bad-pattern', pattern: section.name, reason: names.reason, span });
          failed = true;
          continue;
        }
        named += names.length;
        if (exceedsLimit(building, 'racks', named, span)) return;
        const hint = spanOf(topology, section, 'renamedFrom');
        const formers = formerNames(building, section.renamedFrom, values, names, hint);
        for (const [position, name] of names.entries()) {
          const before = byName.get(name);
          if (before) {
            noteDuplicate(building, 'rack', name, span, before.span);
            continue;
          }
          const former = formers[position];
          if (former !== undefined) building.renames.racks.set(former, name);
          const rack: Rack = {
            name,
            ...(former === undefined ? {} : { former }),
            zone,
            ...(pod ? { pod } : {}),
            height: section.height,
            index: building.racks.length,
            leafCount: section.leafs ?? topology.data.fabric.leafs.perRack,
            leafs: [],
            servers: [],
            section,
            span,
          };
          byName.set(name, rack);
          building.racks.push(rack);
        }
      }
    }
  }
}
