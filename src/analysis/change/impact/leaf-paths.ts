import type { CableFact, Inventory } from '../inventory.ts';
import type { SessionFate } from './compare-sessions.ts';
import type { Comparison } from './comparison.ts';
import type { LeafPaths, ResetReason } from './impact.ts';

interface Count {
  before: number;
  kept: number;
  after: number;
}

/** Cables between switches; those between the two leafs of a rack, or the two cores, are no paths into the fabric. */
function uplinks({ devices, cables }: Inventory, isPath: (cable: CableFact) => boolean): CableFact[] {
  return [...cables.values()].filter((cable) => {
    const [a, z] = [devices.get(cable.a.device), devices.get(cable.z.device)];
    if (a?.kind !== 'switch' || z?.kind !== 'switch' || !isPath(cable)) return false;
    return a.rack === undefined || a.rack !== z.rack;
  });
}

/** Links of before that do not stay up throughout. */
function brokenLinks(
  { present, cables }: Comparison,
  fates: readonly SessionFate[],
  ofDevice: ReadonlyMap<string, ResetReason>,
  bridged: boolean,
): (cable: CableFact) => boolean {
  const own = fates.filter(({ session }) => session.link !== undefined && session.vrf === undefined);
  const staying = new Set(own.flatMap(({ link, gone }) => (gone ? [] : link)));
  // A family that is given up takes nothing from the other.
  const down = new Set(
    own.flatMap(({ link, gone, reasons }) => (reasons.length > 0 && !(gone && staying.has(link)) ? link : [])),
  );
  const touched = new Set([...cables.moved, ...cables.speeds].map(({ cable }) => cable.id));
  return ({ id, a, z }) => {
    if (!bridged) return down.has(id);
    return !present.cables.has(id) || touched.has(id) || [a, z].some(({ device }) => ofDevice.has(device));
  };
}

/**
 * Paths of every leaf and border leaf that was there and still is: how many it had, how many stay up throughout, how many
 * it will have. A path is a routed link, or where links are bridged a cable to a core.
 */
export function leafPaths(
  comparison: Comparison,
  fates: readonly SessionFate[],
  ofDevice: ReadonlyMap<string, ResetReason>,
): ReadonlyMap<string, LeafPaths> {
  const { past, present, plan } = comparison;
  const counts = new Map<string, Count>();
  for (const { name, role } of plan.fabric.switches) {
    if ((role === 'leaf' || role === 'border') && past.devices.has(name))
      counts.set(name, { before: 0, kept: 0, after: 0 });
  }
  const bridged = plan.fabric.traits.links === 'bridged';
  const isPath = ({ prefix }: CableFact): boolean => bridged || prefix !== undefined;
  const isBroken = brokenLinks(comparison, fates, ofDevice, bridged);
  const countsAt = ({ a, z }: CableFact): Count[] => [a, z].flatMap(({ device }) => counts.get(device) ?? []);
  for (const cable of uplinks(past, isPath)) {
    for (const count of countsAt(cable)) {
      count.before++;
      if (!isBroken(cable)) count.kept++;
    }
  }
  for (const cable of uplinks(present, isPath)) for (const count of countsAt(cable)) count.after++;
  return new Map(
    [...counts].map(([leaf, count]) => [leaf, { leaf, rack: present.devices.get(leaf)?.rack ?? '', ...count }]),
  );
}

/** Leafs all of whose BGP sessions with the fabric reset: it forgets their racks, whatever their links do. */
export function leafsWithoutSessions(fates: readonly SessionFate[]): ReadonlySet<string> {
  const left = new Map<string, number>();
  for (const { session, a, z, reasons } of fates) {
    if (session.protocol !== 'bgp' || session.outside || session.vrf !== undefined) continue;
    for (const device of [a, z]) left.set(device, (left.get(device) ?? 0) + (reasons.length === 0 ? 1 : 0));
  }
  return new Set([...left].filter(([, count]) => count === 0).map(([device]) => device));
}
