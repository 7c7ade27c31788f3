import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { type ReadText, checkRead, exampleWith, subjectsOf, summary } from './check-text.ts';

/** The examples of a rule, read and built, for checking with one set of rules after the other. */
export interface Examples {
  readonly rule: Rule;
  readonly wrong: ReadText;
  readonly right: ReadText;
}

export function examplesOf(rule: Rule): Examples {
  const [wrong, right] = [rule.example.wrong, rule.example.right].map((text) => subjectsOf(exampleWith(text)));
  return { rule, wrong: wrong!, right: right! };
}

/**
 * What is wrong with the examples of a rule, when a fabric is checked by some rules: the wrong one has this mistake
 * and no other, the right one has none.
 */
export function exampleFaults({ rule, wrong, right }: Examples, rules?: readonly Rule[]): string[] {
  const found = checkRead(wrong, rules);
  const isOwn = (one: Diagnostic): boolean => one.code === rule.code && one.rule === rule.name;
  return [
    ...(found.some(isOwn) ? [] : ['the wrong example is not reported']),
    ...found.filter((one) => !isOwn(one)).map((one) => `the wrong example has ${summary(one)}`),
    ...checkRead(right, rules).map((one) => `the right example has ${summary(one)}`),
  ];
}
