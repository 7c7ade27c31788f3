import type { SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import { bitsOf, formatIp } from '../../ip/index.ts';
import { targetByName } from '../../pipeline/registries.ts';
import { groupBy } from '../../rules/group-by.ts';
import type { ExpectedNeighbors, Operations } from '../../targets/target.ts';
import type { PathCheck } from './claim.ts';
import { expectationsAt } from './expectations.ts';
import type { Move, StepKind } from './move.ts';
import { spellPorts } from './spell-ports.ts';
import { type State, switchOf } from './state.ts';
import type { Step, StepCheck, StepSnippet } from './step.ts';
import type { ExpansionInput } from './steps.ts';
import type { WireEnd, Wiring } from './wiring.ts';
import { actionsOf, rollbackOf, titleOf, warningsOf } from './words.ts';

/** A switch, or one like it where it is no longer in the file; and the commands of its system. */
interface Known {
  readonly node: SwitchNode;
  readonly device: SwitchDevice;
  readonly operations: Operations;
}

/** Puts together what is the same for several switches. */
function merge<Item extends { readonly devices: readonly string[] }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Item[] {
  return [...groupBy(items, keyOf).values()].map((alike) => ({
    ...alike[0]!,
    devices: alike.flatMap(({ devices }) => devices),
  }));
}

/** Puts the moves of one change into words, commands and counts. */
export function describeMoves(
  input: ExpansionInput,
  { old, now }: { readonly old: Wiring; readonly now: Wiring },
): (number: number, move: Move, state: State, check: PathCheck) => Step {
  const { fabric } = input.plan;
  const nodes = new Map(fabric.switches.map((node) => [node.name, node]));
  const likeness = new Map(fabric.switches.toReversed().map((node) => [node.role, node]));
  const models = new Map(input.devices.flatMap((one) => (one.kind === 'switch' ? [[one.name, one] as const] : [])));
  const files = groupBy(input.files ?? [], ({ device }) => device);
  const servers = groupBy(
    fabric.links.filter(({ kind }) => kind === 'server'),
    ({ z }) => z.node,
  );
  const leafs = [...now.switches.values()].filter(({ role }) => role === 'leaf');

  const nodeOf = (name: string): SwitchNode | undefined => {
    const gone = old.switches.get(name);
    return nodes.get(name) ?? (gone ? likeness.get(gone.role) : undefined);
  };
  const knownOf = (name: string): Known | undefined => {
    const node = nodeOf(name);
    const device = node && models.get(node.name);
    const operations = device && targetByName.get(device.os)?.operations;
    return operations ? { node, device, operations } : undefined;
  };
  const spell = spellPorts(fabric, nodeOf);
  const endOf = ({ device, port }: WireEnd) => ({ device, port: spell(device, port) });

  const snippetsOf = ({ kind, devices }: Move): StepSnippet[] => {
    const each = (mode: StepSnippet['mode'], linesOf: (known: Known, name: string) => readonly string[]) =>
      devices.flatMap((name): StepSnippet[] => {
        const known = knownOf(name);
        const lines = known ? linesOf(known, name) : [];
        return lines.length > 0 ? [{ devices: [name], mode, lines }] : [];
      });
    const load = each('commands', ({ operations }, name) => operations.load(devices.length === 1 ? name : '<name>'));
    const changes = each('changes', (_, name) =>
      (files.get(name) ?? []).flatMap(({ path, hunks }) =>
        hunks.flatMap(({ section, lines }) => [`@@ ${path.split('/').at(-1)} @@ ${section}`.trimEnd(), ...lines]),
      ),
    );
    const drain = each('config', ({ operations, device }) => operations.drain(device));
    const undrain = each('config', ({ operations, device }) => operations.undrain(device));
    const lists: Partial<Record<StepKind, StepSnippet[]>> = {
      prepare: [...load, ...drain],
      configure: [...changes, ...load],
      drain,
      undrain,
    };
    return merge(lists[kind] ?? [], ({ mode, lines }) => `${mode}\n${lines.join('\n')}`);
  };

  /** A leaf of another rack, for a leaf to look up: the same one for most. */
  const farFrom = (name: string, state: State): { leaf: string; prefix: string } | undefined => {
    const rack = switchOf(state, name)?.rack;
    const far = leafs.findLast(
      (leaf) => leaf.rack !== rack && state.running.has(leaf.name) && !state.drained.has(leaf.name),
    );
    const loopback = far && input.plan.switches.get(far.name)?.loopback;
    return far && loopback ? { leaf: far.name, prefix: `${formatIp(loopback)}/${bitsOf(loopback.family)}` } : undefined;
  };
  const checksFor = (names: readonly string[], state: State, expectedOf: (name: string) => ExpectedNeighbors) =>
    names.flatMap((name): StepCheck[] => {
      const operations = state.running.has(name) ? knownOf(name)?.operations : undefined;
      return (operations?.verify(expectedOf(name)) ?? []).map((check) => ({ devices: [name], ...check }));
    });
  const drainedChecks = (names: readonly string[]): StepCheck[] =>
    names.flatMap((name) =>
      (knownOf(name)?.operations.verifyDrained() ?? []).map((check) => ({ devices: [name], ...check })),
    );
  /** A leaf that shows what became of the paths over a switch. */
  const witnessOf = (names: readonly string[], state: State): string[] => {
    if (names.some((name) => switchOf(state, name)?.role === 'leaf')) return [];
    const running = leafs.filter(({ name }) => state.running.has(name) && !state.drained.has(name));
    return running.slice(0, 1).map(({ name }) => name);
  };
  const checksOf = ({ kind, devices }: Move, state: State): StepCheck[] => {
    const expected = expectationsAt(state);
    const routeOf = (name: string): Pick<ExpectedNeighbors, 'route'> => {
      const far = switchOf(state, name)?.role === 'leaf' ? farFrom(name, state) : undefined;
      const nextHops = far ? expected.nextHops(name, far.leaf) : 0;
      return far && nextHops > 0 ? { route: { prefix: far.prefix, nextHops } } : {};
    };
    const allOf = (name: string): ExpectedNeighbors => ({ ...expected.neighborsOf(name), ...routeOf(name) });
    const witnesses = (): StepCheck[] => checksFor(witnessOf(devices, state), state, routeOf);
    const everybody = [...now.switches.keys()];
    const lists: Partial<Record<StepKind, () => StepCheck[]>> = {
      configure: () => checksFor(devices, state, allOf),
      verify: () => checksFor(devices.length === 0 ? everybody : devices, state, allOf),
      drain: () => [...drainedChecks(devices), ...witnesses()],
      undrain: witnesses,
    };
    return merge(lists[kind]?.() ?? [], ({ command, expect }) => `${command}\n${expect}`);
  };

  return (number, one, state, check) => {
    const { kind, devices, cables } = one;
    const partners = new Map<string, string | undefined>();
    for (const name of devices) {
      const { role, rack } = switchOf(state, name) ?? {};
      if (role !== 'leaf') continue;
      const partner = leafs.find((leaf) => leaf.rack === rack && !state.drained.has(leaf.name));
      partners.set(name, partner?.name);
    }
    const facts = {
      move: one,
      leaving: devices.some((name) => !now.switches.has(name)),
      fresh: devices.some((name) => !old.switches.has(name)),
      partners,
      serverCables: devices.reduce((sum, name) => sum + (servers.get(name)?.length ?? 0), 0),
    };
    const opposite = knownOf(devices[0] ?? '');
    const undo = kind === 'drain' ? opposite?.operations.undrain : opposite?.operations.drain;
    return {
      number,
      kind,
      title: titleOf(facts),
      devices,
      actions: actionsOf(facts),
      cables: cables.map(({ id, a, z }) => ({ id, a: endOf(a), z: endOf(z) })),
      snippets: snippetsOf(one),
      checks: checksOf(one, state),
      ...(check.fewest ? { paths: check.fewest } : {}),
      holds: check.holds,
      warnings: warningsOf(check),
      rollback: rollbackOf(one, opposite && undo ? undo(opposite.device) : []),
    };
  };
}
