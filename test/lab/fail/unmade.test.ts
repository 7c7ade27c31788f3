import { describe, expect, it } from 'vitest';
import { isBad, printFailures } from '../../../src/cli/lab/print-failures.ts';
import { report, runOf } from './failure-reports.ts';

const unmade = [{ scenario: 'switch spine1: hang', reason: 'packets of s1 get lost while nothing is broken' }];

describe('a failure that could not be made', () => {
  it('is told, with the results of the others', () => {
    const text = printFailures(runOf([report('link a')], { unmade }), 'text');
    expect(text).toMatch(/^link a /m);
    expect(text).toMatch(/^switch spine1: hang: not made, packets of s1 get lost while nothing is broken$/m);
  });

  it('is a problem', () => {
    expect(isBad(runOf([report('link a')]))).toBe(false);
    expect(isBad(runOf([report('link a')], { unmade }))).toBe(true);
  });
});
