import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { Scenario, ScenarioKind } from '../../lab/fail/scenario.ts';
import { scenariosOf } from '../../lab/fail/scenarios.ts';
import type { LabPlan } from '../../lab/network/prepare-lab.ts';

/** Words of scenarios' names from which a wrong one is told. */
function hintFor(all: readonly Scenario[], words: readonly string[]): string {
  const known = new Set(all.flatMap(({ name }) => [name, ...name.split(/[\s:]+/)]));
  const meant = words.flatMap((word) => nearest(word, known) ?? []);
  if (meant.length > 0) return `did you mean ${meant.map((word) => `"${word}"`).join(' or ')}?`;
  const byKind = new Map(all.toReversed().map((one) => [one.kind, one.name]));
  return `they are called ${[...byKind.values()].map((name) => `"${name}"`).join(', ')} ...`;
}

/**
 * The failures of a lab whose names hold one of the words, and that are of one of the kinds; all without words.
 * @throws ExpectedError where there is none.
 */
export function chooseScenarios(
  lab: LabPlan,
  words: readonly string[],
  kinds: readonly ScenarioKind[] | undefined,
): Scenario[] {
  const all = scenariosOf(lab);
  const named = words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));
  if (named.length === 0) {
    throw new ExpectedError(
      words.length === 0 ? 'Nothing can break in this lab' : `No failure is called ${words.join(' or ')}`,
      words.length === 0 ? {} : { hint: hintFor(all, words) },
    );
  }
  const chosen = named.filter(({ kind }) => kinds?.includes(kind) ?? true);
  if (chosen.length > 0) return chosen;
  const there = [...new Set(named.map(({ kind }) => kind))].join(', ');
  throw new ExpectedError(`None of these failures is of the kind ${kinds?.join(' or ')}`, {
    hint: `they are of ${there}`,
  });
}
