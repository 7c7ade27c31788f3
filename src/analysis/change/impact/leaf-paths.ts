import type { CableFact, Inventory } from '../inventory.ts';
import type { Adjacency } from './adjacencies.ts';
import type { Comparison } from './comparison.ts';
import type { LeafPaths, SessionReset } from './impact.ts';

/** Links between the two leafs of a rack are no paths into the fabric. */
function isUplink(comparison: Comparison, { link, a, z }: Adjacency): boolean {
  if (!comparison.past.cables.has(link)) return false;
  const { devices } = comparison.past;
  return devices.get(a)?.rack === undefined || devices.get(a)?.rack !== devices.get(z)?.rack;
}

interface Count {
  before: number;
  kept: number;
  after: number;
}

/** Where links are bridged, a path is a cable to a core; it stays up while both its ends stay where they are. */
function countCables({ past, present }: Comparison, counts: ReadonlyMap<string, Count>): void {
  const countOf = ({ a, z }: CableFact, devices: Inventory['devices']): Count | undefined => {
    const isPair = devices.get(a.device)?.rack === devices.get(z.device)?.rack;
    return devices.get(a.device)?.kind === 'switch' && !isPair ? counts.get(a.device) : undefined;
  };
  for (const [id, cable] of past.cables) {
    const count = countOf(cable, past.devices);
    if (!count) continue;
    const now = present.cables.get(id);
    count.before++;
    if (now && now.a.port === cable.a.port && now.z.port === cable.z.port) count.kept++;
  }
  for (const cable of present.cables.values()) {
    const count = countOf(cable, present.devices);
    if (count) count.after++;
  }
}

/** Paths of every leaf that was there and still is: how many it had, how many stay up throughout, how many it will have. */
export function leafPaths(comparison: Comparison, adjacencies: readonly Adjacency[]): ReadonlyMap<string, LeafPaths> {
  const { past, present, plan } = comparison;
  const counts = new Map<string, Count>();
  for (const rack of plan.fabric.racks) {
    for (const { name } of rack.leafs) if (past.devices.has(name)) counts.set(name, { before: 0, kept: 0, after: 0 });
  }
  if (plan.fabric.traits.links === 'bridged') countCables(comparison, counts);
  for (const one of adjacencies) {
    if (!isUplink(comparison, one)) continue;
    for (const device of [one.a, one.z]) {
      const count = counts.get(device);
      if (!count) continue;
      count.before++;
      if (one.reasons.length === 0) count.kept++;
    }
  }
  for (const id of plan.links.keys()) {
    const cable = present.cables.get(id);
    for (const end of cable ? [cable.a, cable.z] : []) {
      const count = counts.get(end.device);
      if (count) count.after++;
    }
  }
  return new Map(
    [...counts].map(([leaf, count]) => [leaf, { leaf, rack: present.devices.get(leaf)?.rack ?? '', ...count }]),
  );
}

/** Leafs all of whose BGP sessions reset: the fabric forgets their racks, whatever their links do. */
export function leafsWithoutSessions(sessions: readonly SessionReset[]): ReadonlySet<string> {
  const left = new Map<string, number>();
  for (const { a, z, reasons } of sessions) {
    for (const device of [a, z]) left.set(device, (left.get(device) ?? 0) + (reasons.length === 0 ? 1 : 0));
  }
  return new Set([...left].filter(([, count]) => count === 0).map(([device]) => device));
}
