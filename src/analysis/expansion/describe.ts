import { groupBy } from '../../fabric/group-by.ts';
import { checksAfter } from './checks.ts';
import type { PathCheck } from './claim.ts';
import { knownSwitches } from './known-switches.ts';
import type { Move } from './move.ts';
import { snippetsFor } from './snippets.ts';
import { spellPorts } from './spell-ports.ts';
import { type State, switchOf } from './state.ts';
import type { Step } from './step.ts';
import type { ExpansionInput } from './steps.ts';
import type { WireEnd, Wiring } from './wiring.ts';
import { actionsOf, rollbackOf, titleOf, warningsOf } from './words.ts';

/** The leafs among the devices, each with one of its rack that is in service. */
function partnersOf(devices: readonly string[], state: State): Map<string, string | undefined> {
  const partners = new Map<string, string | undefined>();
  for (const name of devices) {
    const { role, rack } = switchOf(state, name) ?? {};
    if (role !== 'leaf') continue;
    const inRack = [...state.now.switches.values()].filter((one) => one.rack === rack && one.name !== name);
    partners.set(name, inRack.find((leaf) => !state.drained.has(leaf.name))?.name);
  }
  return partners;
}

/** Puts the moves of one change into words, commands and counts. */
export function describeMoves(
  input: ExpansionInput,
  { old, now }: { readonly old: Wiring; readonly now: Wiring },
): (number: number, move: Move, state: State, check: PathCheck) => Step {
  const { fabric } = input.plan;
  const known = knownSwitches(input, old);
  const snippetsOf = snippetsFor(known, input.files ?? []);
  const spell = spellPorts(fabric, known.nodeOf);
  const endOf = ({ device, port }: WireEnd) => ({ device, port: spell(device, port) });
  const servers = groupBy(
    fabric.links.filter(({ kind }) => kind === 'server'),
    ({ z }) => z.node,
  );

  const { ospf = [], ospf3 = [], bgp = [] } = input.resets ?? {};
  const staying = [...ospf, ...ospf3, ...bgp].filter(({ gone }) => !gone);
  const resetting = (devices: readonly string[]): number => {
    const here = new Set(devices);
    return staying.filter(({ a, z }) => here.has(a) || here.has(z)).length;
  };

  return (number, one, state, check) => {
    const { kind, devices, cables } = one;
    const starting = kind === 'configure' ? resetting(devices) : 0;
    const facts = {
      move: one,
      drainable: state.drainable,
      resets: starting,
      leaving: devices.some((name) => !now.switches.has(name)),
      fresh: devices.some((name) => !old.switches.has(name)),
      partners: partnersOf(devices, state),
      serverCables: devices.reduce((sum, name) => sum + (servers.get(name)?.length ?? 0), 0),
    };
    const opposite = known.knownOf(devices[0] ?? '');
    const undo = kind === 'drain' ? opposite?.operations.undrain : opposite?.operations.drain;
    return {
      number,
      kind,
      title: titleOf(facts),
      devices,
      actions: actionsOf(facts),
      cables: cables.map(({ id, a, z }) => ({ id, a: endOf(a), z: endOf(z) })),
      snippets: snippetsOf(one, state.drainable),
      checks: checksAfter(one, state, input.plan, known),
      ...(check.fewest ? { paths: check.fewest } : {}),
      holds: check.holds,
      warnings: warningsOf(check, state.drained.size > 0),
      rollback: rollbackOf(one, opposite && undo ? undo(opposite.device) : []),
    };
  };
}
