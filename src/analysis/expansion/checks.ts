import { bitsOf, formatIp } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ExpectedNeighbors } from '../../targets/target.ts';
import { expectationsAt, speechOf } from './expectations.ts';
import type { KnownSwitches } from './known-switches.ts';
import { merge } from './merge.ts';
import type { Move, StepKind } from './move.ts';
import { type State, switchOf } from './state.ts';
import type { StepCheck } from './step.ts';

/** What switches must show after a move. */
export function checksAfter(
  { kind, devices }: Move,
  state: State,
  plan: Plan,
  { knownOf, outside }: KnownSwitches,
): StepCheck[] {
  const expected = expectationsAt(state, speechOf(plan), outside);
  const all = [...state.now.switches.values()];
  const leafs = all.filter(({ name, role }) => role === 'leaf' && state.running.has(name) && !state.drained.has(name));
  const isLeaf = (name: string): boolean => switchOf(state, name)?.role === 'leaf';

  /** A leaf of another rack, for a leaf to look up: the same one for most. */
  const routeOf = (name: string): Pick<ExpectedNeighbors, 'route'> => {
    const rack = switchOf(state, name)?.rack;
    const far = isLeaf(name) ? leafs.findLast((leaf) => leaf.rack !== rack) : undefined;
    const loopback = far && plan.switches.get(far.name)?.loopbacks[0];
    const nextHops = far ? expected.nextHops(name, far.name) : 0;
    if (!loopback || nextHops === 0) return {};
    return { route: { prefix: `${formatIp(loopback)}/${bitsOf(loopback.family)}`, nextHops } };
  };
  const allOf = (name: string): ExpectedNeighbors => ({ ...expected.neighborsOf(name), ...routeOf(name) });
  const seenBy = (names: readonly string[], expectedOf: (name: string) => ExpectedNeighbors): StepCheck[] =>
    names.flatMap((name) => {
      const operations = state.running.has(name) ? knownOf(name)?.operations : undefined;
      return (operations?.verify(expectedOf(name)) ?? []).map((check) => ({ devices: [name], ...check }));
    });
  const drained = (): StepCheck[] =>
    devices.flatMap((name) => {
      const known = knownOf(name);
      return (known?.operations.verifyDrained(known.device) ?? []).map((check) => ({ devices: [name], ...check }));
    });
  /** A leaf that shows what became of the paths over a switch above. */
  const witness = (): StepCheck[] =>
    devices.some(isLeaf)
      ? []
      : seenBy(
          leafs.slice(0, 1).map(({ name }) => name),
          routeOf,
        );

  const lists: Partial<Record<StepKind, () => StepCheck[]>> = {
    configure: () => seenBy(devices, allOf),
    verify: () => seenBy(devices.length === 0 ? all.map(({ name }) => name) : devices, allOf),
    drain: () => [...drained(), ...witness()],
    undrain: witness,
  };
  return merge(lists[kind]?.() ?? [], ({ command, expect }) => `${command}\n${expect}`);
}
