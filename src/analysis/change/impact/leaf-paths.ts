import type { Adjacency } from './adjacencies.ts';
import type { Comparison } from './comparison.ts';
import type { LeafPaths, SessionReset } from './impact.ts';

/** Links between the two leafs of a rack are no paths into the fabric. */
function isUplink(comparison: Comparison, { link, a, z }: Adjacency): boolean {
  if (!comparison.past.cables.has(link)) return false;
  const { devices } = comparison.past;
  return devices.get(a)?.rack === undefined || devices.get(a)?.rack !== devices.get(z)?.rack;
}

/** Paths of every leaf that was there and still is: how many it had, how many stay up throughout, how many it will have. */
export function leafPaths(comparison: Comparison, adjacencies: readonly Adjacency[]): ReadonlyMap<string, LeafPaths> {
  const { past, present, plan } = comparison;
  const counts = new Map<string, { before: number; kept: number; after: number }>();
  for (const rack of plan.fabric.racks) {
    for (const { name } of rack.leafs) if (past.devices.has(name)) counts.set(name, { before: 0, kept: 0, after: 0 });
  }
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
