import { type Parts, type Reach, partsAt, pathsInto } from './reach.ts';

/** A rack for which a step takes too much. */
export interface Shortfall {
  readonly rack: string;
  /** To the rack that it has fewest paths to: before the change, and now. */
  readonly paths: { readonly start: number; readonly now: number };
  /** The racks, in groups of those that are alike, to which it has too few. */
  readonly to: readonly (readonly string[])[];
}

/** What the graph says about one step. */
export interface PathCheck {
  /** Fewest paths of a rack, before and after the step; absent where the change keeps no rack. */
  readonly fewest?: { readonly before: number; readonly after: number };
  /** True where no rack has lost more than one path. */
  readonly holds: boolean;
  /** Racks that have lost more than one path, or the last. */
  readonly short: readonly Shortfall[];
  /** Racks that this step has left with one path, of more. */
  readonly single: readonly string[];
}

/** The moments that a step is judged by. */
export interface Moments {
  /** Before the first step. */
  readonly start: Reach;
  /** After the last. */
  readonly end: Reach;
  /** Before this step. */
  readonly before: Reach;
  readonly after: Reach;
}

const moments = ['start', 'end', 'before', 'after'] as const;
type Counts = Readonly<Record<(typeof moments)[number], number>>;

/** Racks that are connected to the same parts at every moment: from anywhere they look alike. */
interface Alike {
  readonly racks: readonly string[];
  readonly parts: Readonly<Record<(typeof moments)[number], Parts>>;
}

function alike(racks: readonly string[], reaches: Moments): Alike[] {
  const groups = new Map<string, { racks: string[]; parts: Alike['parts'] }>();
  for (const rack of racks) {
    const [start, end, before, after] = moments.map((moment) => partsAt(reaches[moment], rack));
    const parts = { start: start!, end: end!, before: before!, after: after! };
    const key = moments.map((moment) => parts[moment].key).join('|');
    const group = groups.get(key);
    if (group) group.racks.push(rack);
    else groups.set(key, { racks: [rack], parts });
  }
  return [...groups.values()];
}

/** Paths of a rack to each kind of other rack, but those that are cut off by themselves; of a lone rack, those that lead up. */
function countsOf(
  rack: string,
  groups: readonly Alike[],
  reaches: Moments,
  lone: boolean,
): (Counts & { readonly racks: readonly string[] })[] {
  const cut = partsAt(reaches.after, rack).names.size === 0;
  const others = groups.filter(
    ({ racks, parts }) => lone || ((racks.length > 1 || racks[0] !== rack) && (cut || parts.after.names.size > 0)),
  );
  return others.map(({ racks, parts }) => {
    const at = (moment: keyof Counts): number => pathsInto(reaches[moment], rack, parts[moment]);
    return { racks, start: at('start'), end: at('end'), before: at('before'), after: at('after') };
  });
}

/** Fewest paths that may be left: one fewer than before and after the change, and never none. */
function floor({ start, end }: Counts): number {
  return Math.max(1, Math.min(start, end) - 1);
}

/**
 * Checks a step on the graph. A path from rack A to rack B is an upstream of A that is connected with B (see `Reach`),
 * so the paths of A are the distinct switches over which its leafs can send to B. The claim, for every two racks that
 * were connected before the change and are still in the file: at no time has either fewer paths to the other than one
 * less than the fewer of what it had before the change and will have after it; it always has one; and no step takes
 * more than one. A rack that has lost all its upstreams counts as short itself, and not against those it was connected with.
 * @param racks in the file before and after.
 */
export function checkPaths(racks: readonly string[], reaches: Moments): PathCheck {
  const groups = alike(racks, reaches);
  const short: Shortfall[] = [];
  const single: string[] = [];
  let fewest: { before: number; after: number } | undefined;
  for (const rack of racks) {
    const connected = countsOf(rack, groups, reaches, racks.length === 1).filter(({ start }) => start > 0);
    if (connected.length === 0) continue;
    const least = (moment: keyof Counts): number => Math.min(...connected.map((counts) => counts[moment]));
    const [start, before, after] = [least('start'), least('before'), least('after')];
    fewest = {
      before: Math.min(fewest?.before ?? before, before),
      after: Math.min(fewest?.after ?? after, after),
    };
    const few = connected.filter((counts) => counts.after < floor(counts) || counts.before - counts.after > 1);
    if (few.length > 0) short.push({ rack, paths: { start, now: after }, to: few.map((counts) => counts.racks) });
    else if (after === 1 && before > 1) single.push(rack);
  }
  return { ...(fewest ? { fewest } : {}), holds: short.length === 0, short, single };
}
