import { groupBy } from '../../fabric/group-by.ts';
import type { KnownSwitch, KnownSwitches } from './known-switches.ts';
import { merge } from './merge.ts';
import type { Move, StepKind } from './move.ts';
import type { StepSnippet } from './step.ts';
import type { ChangedFile } from './wishes.ts';

/** What is to be entered on the switches of a move, or what changes there. */
export function snippetsFor(
  { knownOf }: KnownSwitches,
  changed: readonly ChangedFile[],
): (move: Move, drainable: boolean) => StepSnippet[] {
  const files = groupBy(changed, ({ device }) => device);
  return ({ kind, devices }, drainable) => {
    const each = (mode: StepSnippet['mode'], linesOf: (known: KnownSwitch, name: string) => readonly string[]) =>
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
      prepare: [...load, ...(drainable ? drain : [])],
      configure: [...changes, ...load],
      drain,
      undrain,
    };
    return merge(lists[kind] ?? [], ({ mode, lines }) => `${mode}\n${lines.join('\n')}`);
  };
}
