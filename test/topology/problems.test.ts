import { describe, expect, it } from 'vitest';
import { topologyProblems } from '../../src/topology/problems/index.ts';
import { exampleWith, readText } from './read-text.ts';

describe('the problems of the read stage', () => {
  it('have a code and a name of their own', () => {
    expect(topologyProblems.length).toBeGreaterThan(20);
    expect(new Set(topologyProblems.map(({ code }) => code)).size).toBe(topologyProblems.length);
    expect(new Set(topologyProblems.map(({ name }) => name)).size).toBe(topologyProblems.length);
    for (const { code, name } of topologyProblems) {
      expect(code).toMatch(/^TOPO\d{3}$/);
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it.each(topologyProblems.map((problem) => [problem.code, problem] as const))(
    '%s: the wrong example has this mistake alone, the right one none',
    (code, { example, severity }) => {
      const whole = (text: string): string => (example.whole === true ? text : exampleWith(text));
      const { diagnostics } = readText(whole(example.wrong));
      expect(new Set(diagnostics.map((one) => one.code))).toEqual(new Set([code]));
      expect(diagnostics[0]!.severity).toBe(severity);
      const right = readText(whole(example.right));
      expect(right.diagnostics).toEqual([]);
      expect(right.topology).toBeDefined();
    },
  );
});
