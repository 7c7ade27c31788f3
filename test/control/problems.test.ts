import { describe, expect, it } from 'vitest';
import { configName } from '../../src/control/find-config.ts';
import { controlProblems } from '../../src/control/control.ts';
import { smallestTopology } from '../../src/topology/problems/smallest-topology.ts';
import { compileTexts } from './compile-texts.ts';

/** An example is a topology, or a config where it says so. */
function findingsOf(text: string) {
  const texts = text.startsWith(`# ${configName}\n`)
    ? { 'main.yaml': smallestTopology, [configName]: text }
    : { 'main.yaml': text };
  return compileTexts(texts).diagnostics.filter(({ severity }) => severity !== 'info');
}

describe('the problems of comments and configs', () => {
  it.each(controlProblems.map((problem) => [problem.code, problem] as const))(
    '%s: the wrong example has this mistake alone, the right one none',
    (code, { example, severity }) => {
      expect(findingsOf(example.wrong).map((one) => [one.code, one.severity])).toEqual([[code, severity]]);
      expect(findingsOf(example.right)).toEqual([]);
    },
  );
});
