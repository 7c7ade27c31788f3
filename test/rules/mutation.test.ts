import { describe, expect, it } from 'vitest';
import { lockProblems } from '../../src/lock/index.ts';
import { pipelineProblems } from '../../src/pipeline/problems.ts';
import { rules } from '../../src/rules/registry.gen.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { topologyProblems } from '../../src/topology/problems/index.ts';
import { checkRead } from './check-text.ts';
import { type Examples, exampleFaults, examplesOf } from './example-faults.ts';

/** The rule, saying of every fabric what it says of its wrong example. */
function always({ rule, wrong }: Examples): Rule {
  const found = checkRead(wrong).filter((one) => one.code === rule.code);
  return { ...rule, run: () => found };
}

/**
 * Reports of the models that a design makes of a fabric. They come where nothing else is wrong, as a second net below
 * the other rules: with one of these left out, its mistake may be caught there, under another name.
 */
const nets = rules.filter((rule) => rule.stage === 'devices').map(({ code }) => code);

describe.each(rules.map((rule) => [rule.code, rule] as const))('the example test of %s', (code, rule) => {
  const examples = examplesOf(rule);

  it('fails without the rule: no other reports its mistake', () => {
    const others = rules.filter((one) => one !== rule);
    expect(others).toHaveLength(rules.length - 1);
    const [first, ...rest] = exampleFaults(examples, others);
    expect(first).toBe('the wrong example is not reported');
    for (const fault of rest) expect(nets).toContain(/^the wrong example has \d+ (\w+) /.exec(fault)?.[1]);
  });

  it('fails where the rule reports whatever it is given', () => {
    const bent = rules.map((one) => (one === rule ? always(examples) : one));
    const faults = exampleFaults(examples, bent);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toMatch(new RegExp(`^the right example has \\d+ ${code} `));
  });

  it('is about a place in the file', () => {
    for (const { span } of checkRead(examples.wrong)) {
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(span.file.text.length);
    }
  });
});

describe('codes and names of all stages', () => {
  const explanations = [...topologyProblems, ...rules, ...lockProblems, ...pipelineProblems];

  it('are each of one problem', () => {
    expect(new Set(explanations.map(({ code }) => code)).size).toBe(explanations.length);
    expect(new Set(explanations.map(({ name }) => name)).size).toBe(explanations.length);
  });
});
