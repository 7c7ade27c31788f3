import type { SwitchRole } from '../../fabric/fabric.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { type Difference, portClashes } from './difference.ts';
import { type Move, move } from './move.ts';
import type { Wire, WiredSwitch } from './wiring.ts';

/** What there is to do, beside what the wiring says. */
export interface Wishes {
  /** False where no switch can be drained, or has to be: links are bridged. */
  readonly drains: boolean;
  /** Switches that are drained before the change. */
  readonly drained: ReadonlySet<string>;
  /** Switches that are to be drained, or used again, and stay. */
  readonly drain: readonly string[];
  readonly undrain: readonly string[];
  /** New switches that stay drained. */
  readonly idle: ReadonlySet<string>;
  /** Kept switches with another config than before, whatever changed in it. */
  readonly changed: ReadonlySet<string>;
  /** Switches with one name here belong together: leafs of a zone or pod, spines of a pod. */
  readonly groupOf: (name: string) => string;
}

/** Leafs configured at once, at most: what one person can watch. */
const mostAtOnce = 8;

const topDown: readonly SwitchRole[] = ['superspine', 'spine', 'border', 'leaf'];

function byRole(switches: readonly WiredSwitch[]): WiredSwitch[] {
  return topDown.flatMap((role) => switches.filter((one) => one.role === role));
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): (readonly Item[])[] {
  return [...groupBy(items, keyOf).values()];
}

const names = (switches: readonly WiredSwitch[]): string[] => switches.map(({ name }) => name);

/** New or leaving switches that one step can take together: a spine, or the leafs of a rack. */
const unitsOf = (switches: readonly WiredSwitch[]): string[][] =>
  grouped(byRole(switches), ({ name, rack }) => (rack === undefined ? `switch ${name}` : `rack ${rack}`)).map(names);

/** Switches that carry nothing, so that one step takes a whole tier of a group. */
const tiersOf = (switches: readonly WiredSwitch[], { groupOf }: Wishes): string[][] =>
  grouped(byRole(switches), ({ name, role }) => `${role} ${groupOf(name)}`).map(names);

/** Cables by the first of the units that has an end of them, then the others by their upper switch. */
function cableMoves(kind: 'cable' | 'uncable', wires: readonly Wire[], units: readonly string[][]): Move[] {
  const unitOf = new Map(units.flatMap((unit, index) => unit.map((name) => [name, index] as const)));
  const first = ({ a, z }: Wire): number =>
    Math.min(unitOf.get(a.device) ?? units.length, unitOf.get(z.device) ?? units.length);
  const own = groupBy(wires, first);
  return [
    ...units.flatMap((unit, index) => (own.has(index) ? [move(kind, unit, own.get(index))] : [])),
    ...[...groupBy(own.get(units.length) ?? [], ({ z }) => z.device)].map(([upper, list]) => move(kind, [upper], list)),
  ];
}

/**
 * Kept switches in the order in which they get their new config: those above one at a time; one leaf to learn from,
 * then the others a zone or pod at once, but never both of a rack.
 */
function configureMoves(switches: readonly WiredSwitch[], { groupOf }: Wishes): Move[] {
  const leafs = switches.filter(({ role }) => role === 'leaf');
  const seen = new Map<string, number>();
  const placed = leafs.slice(1).map((leaf) => {
    const place = seen.get(leaf.rack ?? leaf.name) ?? 0;
    seen.set(leaf.rack ?? leaf.name, place + 1);
    return { leaf, place };
  });
  const batches = grouped(placed, ({ leaf, place }) => `${place} ${groupOf(leaf.name)}`).flatMap((batch) =>
    grouped(
      batch.map(({ leaf }, index) => ({ leaf, chunk: Math.floor(index / mostAtOnce) })),
      ({ chunk }) => String(chunk),
    ),
  );
  return [
    ...byRole(switches)
      .filter(({ role }) => role !== 'leaf')
      .map(({ name }) => move('configure', [name])),
    ...leafs.slice(0, 1).map(({ name }) => move('configure', [name])),
    ...batches.map((batch) => move('configure', names(batch.map(({ leaf }) => leaf)))),
  ];
}

/**
 * Puts a change in order. New switches are configured, drained, before they are cabled; what leaves is drained first;
 * then the others learn of both, new switches are checked and used, and cables that nobody configures any more go last,
 * unless a new one needs their port.
 */
export function orderMoves(difference: Difference, wishes: Wishes): Move[] {
  const { added, removed, kept, plugged, pulled, rewired } = difference;
  const clashes = portClashes(difference);
  const [arriving, leaving] = [unitsOf(added), unitsOf(removed)];
  const isOut = (name: string): boolean => !wishes.drains || wishes.drained.has(name);
  const isDrained = new Set([...wishes.drain, ...wishes.undrain]);
  const configured = kept.filter(({ name }) => rewired.has(name) || (wishes.changed.has(name) && !isDrained.has(name)));
  // Its new config drains it: so it is drained before it gets that.
  const early = wishes.drain.filter((name) => rewired.has(name));
  const late = wishes.drain.filter((name) => !rewired.has(name));
  const used = tiersOf(
    added.filter(({ name }) => !wishes.idle.has(name)),
    wishes,
  ).flatMap((tier) =>
    added.find(({ name }) => name === tier[0])?.role === 'leaf' ? [tier] : tier.map((one) => [one]),
  );
  const moves = [
    ...wishes.undrain.map((name) => move('undrain', [name])),
    ...tiersOf(added, wishes).map((tier) => move('prepare', tier)),
    ...cableMoves(
      'cable',
      plugged.filter((wire) => !clashes.plugged.has(wire)),
      arriving,
    ),
    ...leaving.flatMap((unit) => (unit.every(isOut) ? [] : [move('drain', unit)])),
    ...early.map((name) => move('drain', [name])),
    ...cableMoves('uncable', [...clashes.pulled], leaving),
    ...cableMoves('cable', [...clashes.plugged], arriving),
    ...configureMoves(configured, wishes),
    ...used.flatMap((unit) => [move('verify', unit), ...(wishes.drains ? [move('undrain', unit)] : [])]),
    ...cableMoves(
      'uncable',
      pulled.filter((wire) => !clashes.pulled.has(wire)),
      leaving,
    ),
    ...leaving.map((unit) => move('remove', unit)),
    ...late.map((name) => move('drain', [name])),
  ];
  return moves.length === 0 ? [] : [...moves, move('verify', [])];
}
