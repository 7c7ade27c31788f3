import { parseSpeed } from '../platforms/platform.ts';
import { type ServerGroup, spanOf } from '../topology/topology.ts';
import { type Building, addNode } from './building.ts';
import { formerNames } from './former-names.ts';
import type { Network, Rack, ServerNode } from './fabric.ts';
import { exceedsLimit } from './limits.ts';
import { expandPattern } from './pattern.ts';

interface GroupFacts {
  readonly networks: readonly Network[];
  readonly untagged?: Network;
  readonly nics: readonly string[];
}

/** What all servers of a group share; looked up once, however many racks repeat the group. */
function groupFacts(building: Building, group: ServerGroup): GroupFacts {
  const find = (name: string, holder: object, key: string | number): Network[] => {
    const network = building.networks.get(name);
    if (network) return [network];
    building.defects.push({
      kind: 'unknown-reference',
      what: 'network',
      name,
      candidates: [...building.networks.keys()],
      span: spanOf(building.topology, holder, key),
    });
    return [];
  };
  const named = group.networks ?? [];
  const networks = named.flatMap((name, index) => find(name, named, index));
  const untagged = group.untagged === undefined ? undefined : find(group.untagged, group, 'untagged')[0];
  const nics = Array.from({ length: group.nics.count }, (_, index) => group.nics.names[index] ?? `eth${index}`);
  return { networks: [...new Set(networks)], nics, ...(untagged ? { untagged } : {}) };
}

/** Adds the servers of every rack, from the lowest free unit upwards. */
export function expandServers(building: Building): void {
  const { topology } = building;
  const known = new Map<ServerGroup, GroupFacts>();
  const failed = new Set<ServerGroup>();
  let named = 0;
  const addGroup = (rack: Rack, group: ServerGroup, lowest: number): number | undefined => {
    let facts = known.get(group);
    if (!facts) known.set(group, (facts = groupFacts(building, group)));
    const span = spanOf(topology, group, 'name');
    const values = { rack: rack.name, zone: rack.zone.name, ...(rack.pod ? { pod: rack.pod.name } : {}) };
    const names = expandPattern(group.name, values);
    if (!Array.isArray(names)) {
      if (!failed.has(group))
        building.defects.push({ kind: 'bad-pattern', pattern: group.name, reason: names.reason, span });
      failed.add(group);
      return lowest;
    }
    named += names.length;
    if (exceedsLimit(building, 'servers', named, span)) return undefined;
    let unit = group.unit ?? lowest;
    const speed = parseSpeed(group.nics.speed);
    const formers =
      group.renamedFrom === undefined && rack.former === undefined
        ? []
        : formerNames(
            building,
            group.renamedFrom ?? group.name,
            { ...values, rack: rack.former ?? rack.name },
            names,
            spanOf(topology, group, 'renamedFrom'),
          );
    for (const [position, name] of names.entries()) {
      const former = formers[position] ?? name;
      if (former !== name) building.renames.devices.set(former, name);
      const macs = group.macs && Object.hasOwn(group.macs, name) ? (group.macs[name] ?? []) : [];
      const node: ServerNode = {
        kind: 'server',
        name,
        role: group.role,
        rack,
        group,
        ...facts,
        speed,
        macs,
        unit,
        span,
      };
      if (addNode(building, node)) rack.servers.push(node);
      unit += group.height;
    }
    return unit;
  };
  for (const rack of building.racks) {
    let lowest = 1;
    for (const group of rack.section.servers) {
      const next = addGroup(rack, group, lowest);
      if (next === undefined) return;
      lowest = Math.max(lowest, next);
    }
  }
}
