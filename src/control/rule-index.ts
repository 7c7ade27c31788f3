import type { Explanation } from '../diagnostics/diagnostic.ts';

/** What can be reported, by code and by name. */
export interface RuleIndex {
  readonly find: (word: string) => Explanation | undefined;
  /** Codes and names, for suggestions; none once there were many: a file full of unknown rules gets no more of them than that. */
  readonly suggestions: () => readonly string[];
}

const mostSuggestions = 200;

export function indexRules(explanations: readonly Explanation[]): RuleIndex {
  let known: Map<string, Explanation> | undefined;
  // Most files name no rule.
  const byWord = () => {
    known ??= new Map(explanations.flatMap((one) => [[one.code, one] as const, [one.name, one] as const]));
    return known;
  };
  let asked = 0;
  return {
    find: (word) => byWord().get(word),
    suggestions: () => (asked++ < mostSuggestions ? [...byWord().keys()] : []),
  };
}
