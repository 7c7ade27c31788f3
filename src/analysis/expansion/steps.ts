import type { Allocations, Plan } from '../../plan/plan.ts';
import { type PathCheck, checkPaths } from './claim.ts';
import { compareWiring } from './difference.ts';
import { describeMoves } from './describe.ts';
import { type Resets, disagreeingLinks } from './disagreeing.ts';
import { type Move, applyMove, move } from './move.ts';
import { orderMoves } from './order.ts';
import { type Reach, reachOf } from './reach.ts';
import { type State, stateAfter, stateBefore } from './state.ts';
import type { Step } from './step.ts';
import { type ChangedFile, wishesOf } from './wishes.ts';
import { type Wiring, homeOf, wiringOfAllocations, wiringOfPlan } from './wiring.ts';
import type { Device } from '../../device/device.ts';

export interface ExpansionInput {
  /** Allocations of the earlier build, under the names that devices have now. */
  readonly before: Allocations;
  readonly plan: Plan;
  readonly devices: readonly Device[];
  /** Files that a build would write otherwise than they are; absent where there is no output to compare with. */
  readonly files?: readonly ChangedFile[];
  /** Sessions that the change resets; absent: what they agree on is not looked at. */
  readonly resets?: Resets;
  /** Switches that are drained already. Without it, what the changed files say; without these, none. */
  readonly drained?: ReadonlySet<string>;
}

/** Racks, and border leafs, whose paths count. */
function racksOf({ switches }: Wiring): Set<string> {
  return new Set([...switches.values()].flatMap((one) => homeOf(one) ?? []));
}

/** Those that the step before has not left as short already, and to the same racks: each is warned of once. */
function newly(short: PathCheck['short'], known: PathCheck['short']): PathCheck['short'] {
  const earlier = new Map(known.map((one) => [one.rack, one]));
  return short.filter(({ rack, paths, to }) => {
    const one = earlier.get(rack);
    if (!one || paths.now < one.paths.now) return true;
    const warned = new Set(one.to.flat());
    return to.some((racks) => racks.some((other) => !warned.has(other)));
  });
}

/** A move carried out, and what the graph says of it. */
interface Taken {
  readonly move: Move;
  readonly state: State;
  readonly reach: Reach;
  readonly check: PathCheck;
}

/**
 * The steps from the fabric as it was built to what the file asks for now, each checked on the graph (`checkPaths`):
 * a step that cannot keep the claim says so in its warnings. Empty where no switch has anything to do.
 */
export function expansionSteps(input: ExpansionInput): Step[] {
  const now = wiringOfPlan(input.plan);
  const old = wiringOfAllocations(input.before, now, input.resets && disagreeingLinks(input.resets, now));
  if (old.switches.size === 0) return [];
  const { wishes, drained } = wishesOf(input, old);
  const maintained = input.plan.fabric.switches.filter(({ maintenance }) => maintenance).map(({ name }) => name);
  const stays = racksOf(now);
  const racks = [...racksOf(old)].filter((rack) => stays.has(rack));
  let state = stateBefore(old, now, drained, wishes.drains);
  const start = reachOf(state);
  const end = reachOf(stateAfter(old, now, new Set(wishes.drains ? maintained : []), wishes.drains));
  const describe = describeMoves(input, { old, now });
  const steps: Step[] = [];
  let before = start;
  let known: PathCheck['short'] = [];
  const take = (one: Move): Taken => {
    const next = applyMove(state, one);
    const reach = reachOf(next);
    return { move: one, state: next, reach, check: checkPaths(racks, { start, end, before, after: reach }) };
  };
  const add = ({ move: one, state: next, reach, check }: Taken): void => {
    steps.push(describe(steps.length + 1, one, next, { ...check, short: newly(check.short, known) }));
    state = next;
    before = reach;
    known = check.short;
  };
  for (const planned of orderMoves(compareWiring(old, now), wishes)) {
    const taken = take(planned);
    // Several switches at once only where that takes no rack more than one of them would.
    if (taken.check.holds || planned.kind !== 'configure') add(taken);
    else for (const device of planned.devices) add(take(move(planned.kind, [device])));
  }
  return steps;
}
