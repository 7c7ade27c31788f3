import {
  type Diagnostic,
  type Explanation,
  type Severity,
  type Threshold,
  diagnose,
} from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { certainlyMeant, nearest } from '../diagnostics/suggest.ts';
import type { GivenLimits } from '../rules/rule.ts';
import { type Plain, type PlainMap, isMap } from '../topology/plain.ts';
import type { SpanIndex } from '../topology/span-index.ts';
import { found, oneOf } from '../topology/words.ts';
import {
  type WrongValue,
  configHasKnownKeys,
  configNamesKnownRules,
  configValuesArePossible,
  errorsStayErrors,
  ruleIsSetOnce,
} from './config-problems.ts';
import type { RuleIndex } from './rule-index.ts';

/** Severity that a config gives a rule. */
export type Setting = Severity | 'off';

const settings: readonly Setting[] = ['off', 'info', 'warning', 'error'];

function isSetting(value: Plain | undefined): value is Setting {
  return (settings as readonly unknown[]).includes(value);
}

/** `a number from 1 to 100 addresses` */
function rangeOf({ minimum, maximum, integer, unit }: Threshold): string {
  return `${integer ? 'an integer' : 'a number'} from ${minimum} to ${maximum}${unit === undefined ? '' : ` ${unit}`}`;
}

function isWithin(value: Plain, { minimum, maximum, integer }: Threshold): value is number {
  return typeof value === 'number' && value >= minimum && value <= maximum && (!integer || Number.isInteger(value));
}

/** Reads `rules:` of a config, one rule after the other. */
class RuleSettings {
  readonly severities = new Map<string, Setting>();
  readonly limits = new Map<string, GivenLimits>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #spans: SpanIndex;

  constructor(spans: SpanIndex) {
    this.#spans = spans;
  }

  set(rule: Explanation, value: Plain, span: Span): void {
    if (!isMap(value)) return this.#severity(rule, value, `The setting of ${rule.name}`, span);
    const thresholds = rule.thresholds ?? {};
    const limits: Record<string, number> = {};
    for (const key of Object.keys(value)) {
      const at = this.#spans.of(value, key);
      const given = value[key]!;
      const threshold = Object.hasOwn(thresholds, key) ? thresholds[key] : undefined;
      if (key === 'severity') this.#severity(rule, given, `severity of ${rule.name}`, at);
      else if (!threshold) {
        const data = {
          where: rule.name,
          key,
          allowed: ['severity', ...Object.keys(thresholds)],
          present: Object.keys(value),
        };
        this.diagnostics.push(diagnose(configHasKnownKeys, data, this.#spans.ofKey(value, key)));
      } else if (isWithin(given, threshold)) limits[key] = given;
      else this.#wrong(`${key} of ${rule.name}`, rangeOf(threshold), given, at);
    }
    if (Object.keys(limits).length > 0) this.limits.set(rule.code, limits);
  }

  #severity(rule: Explanation, value: Plain, where: string, span: Span): void {
    if (!isSetting(value)) {
      const meant = typeof value === 'string' ? nearest(value, settings) : undefined;
      // YAML 1.1, which many know, reads `off` as false.
      const hint = value === false ? 'off' : meant;
      const from = span.file.text.slice(span.start, span.end);
      const to = value === false ? 'off' : certainlyMeant(from, settings);
      this.#wrong(where, oneOf(settings), value, span, {
        ...(hint === undefined ? {} : { hint: `Did you mean ${hint}?` }),
        ...(to === undefined ? {} : { meant: { from, to } }),
      });
    } else if (rule.severity === 'error' && value !== 'error') {
      this.diagnostics.push(diagnose(errorsStayErrors, { rule: rule.name, severity: value }, span));
    } else this.severities.set(rule.code, value);
  }

  #wrong(
    where: string,
    expected: string,
    value: Plain,
    span: Span,
    more: Pick<WrongValue, 'hint' | 'meant'> = {},
  ): void {
    this.diagnostics.push(diagnose(configValuesArePossible, { where, expected, found: found(value), ...more }, span));
  }
}

/** What `rules:` of a config says. What is wrong is reported and left out. */
export function readRuleSettings(
  data: PlainMap,
  spans: SpanIndex,
  index: RuleIndex,
): Pick<RuleSettings, 'severities' | 'limits' | 'diagnostics'> {
  const read = new RuleSettings(spans);
  const { rules } = data;
  if (!isMap(rules)) {
    if (Object.hasOwn(data, 'rules') && rules !== null) {
      const wrong = { where: 'rules', expected: 'a map of rules', found: found(rules) };
      read.diagnostics.push(diagnose(configValuesArePossible, wrong, spans.of(data, 'rules')));
    }
    return read;
  }
  const first = new Map<string, Span>();
  for (const word of Object.keys(rules)) {
    const at = spans.ofKey(rules, word);
    const rule = index.find(word);
    if (!rule) {
      read.diagnostics.push(diagnose(configNamesKnownRules, { word, known: index.suggestions() }, at));
      continue;
    }
    const before = first.get(rule.code);
    if (before) {
      const related = [{ message: 'It is set here first', span: before }];
      read.diagnostics.push(diagnose(ruleIsSetOnce, { rule: rule.name }, at, related));
      continue;
    }
    first.set(rule.code, at);
    read.set(rule, rules[word]!, spans.of(rules, word));
  }
  return read;
}
