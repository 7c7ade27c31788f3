import type { Explanation } from '../diagnostics/diagnostic.ts';

/** What can be reported, by code and by name. */
export interface RuleIndex {
  readonly find: (word: string) => Explanation | undefined;
  /** Codes and names, for suggestions. */
  readonly words: readonly string[];
}

export function indexRules(explanations: readonly Explanation[]): RuleIndex {
  const byWord = new Map(explanations.flatMap((one) => [[one.code, one] as const, [one.name, one] as const]));
  return { find: (word) => byWord.get(word), words: [...byWord.keys()] };
}
