import { type Edit, defineProblem } from '../diagnostics/diagnostic.ts';
import { fixWord } from '../diagnostics/edits.ts';
import { certainlyMeant, nearest } from '../diagnostics/suggest.ts';
import { smallestTopology } from '../topology/problems/smallest-topology.ts';

const used = '  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }\n';
const unused = '  backup: { vlan: 40, pool: 10.40.0.0/16 }';
const withComment = (comment: string): string =>
  smallestTopology.replace(used, `${used}${unused} ${comment}`.trimEnd() + '\n');
const right = withComment('# heddle-ignore network-is-used: its servers come in spring');

/** `Did you mean …?`, or where to look. */
export function suggestRule(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '`heddle explain` lists all rules.' : `Did you mean ${meant}?`;
}

export const suppressionHasReason = defineProblem<object>({
  code: 'CTL001',
  name: 'suppression-has-a-reason',
  severity: 'error',
  summary: 'A suppression names rules, and says why after a colon.',
  why: 'Who reads the file a year later must be able to tell whether the reason still holds.',
  example: { wrong: withComment('# heddle-ignore network-is-used'), right, whole: true },
  message: () => 'This suppression gives no reason',
  hint: () => 'Write it as `# heddle-ignore rule, other-rule: reason`.',
});

export const suppressionNamesKnownRules = defineProblem<{ readonly word: string; readonly known: readonly string[] }>({
  code: 'CTL002',
  name: 'suppression-names-known-rules',
  severity: 'error',
  summary: 'A suppression names rules that there are, by name or by code.',
  why: 'A misspelt rule is not silenced, and the comment says that it is.',
  example: { wrong: withComment('# heddle-ignore network-is-usd: its servers come in spring'), right, whole: true },
  message: ({ word }) => `There is no rule ${word}`,
  hint: ({ word, known }) => suggestRule(word, known),
  fix: ({ word, known }, span) => fixWord(span, word, certainlyMeant(word, known)),
});

export const errorsAreNotSuppressed = defineProblem<{ readonly rule: string }>({
  code: 'CTL003',
  name: 'errors-are-not-suppressed',
  severity: 'error',
  summary: 'A suppression names rules that report warnings or remarks, not errors.',
  why: 'What is an error cannot be built, or would break the fabric: to silence it would only hide why nothing is written.',
  example: { wrong: withComment('# heddle-ignore references-exist: its servers come in spring'), right, whole: true },
  message: ({ rule }) => `${rule} reports errors, which cannot be suppressed`,
});

interface Unused {
  readonly rule: string;
  /** Takes it out; absent where another topology may need it. */
  readonly removal?: Edit | undefined;
}

export const suppressionIsUsed = defineProblem<Unused>({
  code: 'CTL004',
  name: 'suppression-is-used',
  severity: 'warning',
  summary: 'Every rule that a suppression names would report something at its line.',
  why: 'A suppression that outlives its cause hides the next mistake in that line.',
  example: {
    wrong: smallestTopology.replace(
      used,
      `${used.trimEnd()} # heddle-ignore network-is-used: its servers come in spring\n`,
    ),
    right,
    whole: true,
  },
  message: ({ rule }) => `${rule} has nothing to report here`,
  hint: () =>
    'A suppression is for the line that it ends, or for the next one where it stands alone. Take it out, if its cause is gone.',
  fix: ({ rule, removal }) => removal && { title: `Take the suppression of ${rule} out`, edits: [removal] },
});

export const suppressionProblems = [
  suppressionHasReason,
  suppressionNamesKnownRules,
  errorsAreNotSuppressed,
  suppressionIsUsed,
];
