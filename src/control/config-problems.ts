import { defineProblem } from '../diagnostics/diagnostic.ts';
import { fixWord } from '../diagnostics/edits.ts';
import { certainlyMeant, nearest } from '../diagnostics/suggest.ts';
import { quoted } from '../topology/words.ts';
import { suggestRule } from './suppression-problems.ts';

/** An example that is a config, not a topology. */
const config = (rules: string): string => `# heddle.config.yaml\n${rules}`;
const right = config('rules:\n  network-is-used: off\n');

export const configIsReadable = defineProblem<{ readonly reason: string }>({
  code: 'CTL010',
  name: 'config-is-readable',
  severity: 'error',
  summary: 'A heddle.config.yaml is a file of UTF-8 text that holds a map.',
  why: 'Were it passed over, the rules would have other severities than its owner believes.',
  example: { wrong: config('- rules\n'), right, whole: true },
  message: ({ reason }) => reason,
  hint: () => 'heddle.config.yaml is looked for in the folder of the topology file and above, up to one with .git.',
});

interface UnknownKey {
  readonly where: string;
  readonly key: string;
  readonly allowed: readonly string[];
  /** Keys of `allowed` that the map has already. */
  readonly present: readonly string[];
}

export const configHasKnownKeys = defineProblem<UnknownKey>({
  code: 'CTL011',
  name: 'config-has-known-keys',
  severity: 'error',
  summary: 'A config has the key `rules`, and for a rule `severity` and the thresholds of that rule.',
  why: 'A misspelt key would be ignored without a word.',
  example: { wrong: config('rule:\n  network-is-used: off\n'), right, whole: true },
  message: ({ where, key }) => `${where} has no key ${quoted(key)}`,
  hint({ key, allowed }) {
    const meant = nearest(key, allowed);
    return meant === undefined ? `There are: ${allowed.join(', ')}.` : `Did you mean ${meant}?`;
  },
  fix({ key, allowed, present }, span) {
    const meant = certainlyMeant(key, allowed);
    return meant !== undefined && present.includes(meant) ? undefined : fixWord(span, key, meant);
  },
});

export const configNamesKnownRules = defineProblem<{ readonly word: string; readonly known: readonly string[] }>({
  code: 'CTL012',
  name: 'config-names-known-rules',
  severity: 'error',
  summary: 'A config names rules that there are, by name or by code.',
  why: 'A misspelt rule keeps its severity, and the config says otherwise.',
  example: { wrong: config('rules:\n  network-is-usd: off\n'), right, whole: true },
  message: ({ word }) => `There is no rule ${quoted(word)}`,
  hint: ({ word, known }) => suggestRule(word, known),
  fix: ({ word, known }, span) => fixWord(span, word, certainlyMeant(word, known)),
});

export interface WrongValue {
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly hint?: string;
  /** What was certainly meant by a word. */
  readonly meant?: { readonly from: string; readonly to: string };
}

export const configValuesArePossible = defineProblem<WrongValue>({
  code: 'CTL013',
  name: 'config-values-are-possible',
  severity: 'error',
  summary: 'A severity is off, info, warning or error, and a threshold a number in its range.',
  why: 'Anything else has no meaning, and guessing at one would change what fails a pipeline.',
  example: { wrong: config('rules:\n  network-is-used: never\n'), right, whole: true },
  message: ({ where, expected, found }) => `${where} must be ${expected}, not ${found}`,
  hint: ({ hint }) => hint,
  fix: ({ meant }, span) => fixWord(span, meant?.from ?? '', meant?.to),
});

export const errorsStayErrors = defineProblem<{ readonly rule: string; readonly severity: string }>({
  code: 'CTL014',
  name: 'errors-stay-errors',
  severity: 'error',
  summary: 'A config leaves rules that report errors as they are.',
  why: 'A build relies on them: what they report cannot be built, or would break the fabric.',
  example: { wrong: config('rules:\n  references-exist: warning\n'), right, whole: true },
  message: ({ rule, severity }) =>
    severity === 'off'
      ? `${rule} reports errors and cannot be off`
      : `${rule} reports errors, which cannot be ${severity}s`,
});

export const ruleIsSetOnce = defineProblem<{ readonly rule: string }>({
  code: 'CTL015',
  name: 'rule-is-set-once',
  severity: 'error',
  summary: 'A config sets a rule once: by its name, or by its code.',
  why: 'One of two settings would be lost.',
  example: { wrong: config('rules:\n  network-is-used: off\n  FAB036: warning\n'), right, whole: true },
  message: ({ rule }) => `${rule} is set twice`,
});

export const configProblems = [
  configIsReadable,
  configHasKnownKeys,
  configNamesKnownRules,
  configValuesArePossible,
  errorsStayErrors,
  ruleIsSetOnce,
];
