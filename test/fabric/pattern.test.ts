import { describe, expect, it } from 'vitest';
import { expandPattern } from '../../src/fabric/pattern.ts';

describe('expandPattern', () => {
  it.each([
    ['spine{n}', { n: '3' }, ['spine3']],
    ['r{1..3}', {}, ['r1', 'r2', 'r3']],
    ['r{3..1}', {}, ['r3', 'r2', 'r1']],
    ['o-{08..11}', {}, ['o-08', 'o-09', 'o-10', 'o-11']],
    ['{a..c}{1..2}', {}, ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']],
    ['{left,right}-{rack}', { rack: 'r1' }, ['left-r1', 'right-r1']],
    ['plain', {}, ['plain']],
  ])('%s', (pattern, values, names) => {
    expect(expandPattern(pattern, values)).toEqual(names);
  });

  it.each([
    ['r{1..4', 'a { is not closed'],
    ['r1..4}', 'a } has no {'],
    ['r{rck}', '{rck} is neither a range'],
    ['r{1..a}', '{1..a} is neither a range'],
    ['r{1..999999999}', 'is neither a range'],
    ['r{1..1000}-{1..1000}', 'more than 100000 names'],
    ['{constructor}', '{constructor} is neither a range'],
  ])('%s is refused', (pattern, reason) => {
    const names = expandPattern(pattern, { rack: 'r1' });
    expect(names).toHaveProperty('reason', expect.stringContaining(reason));
  });
});
