import { spawnSync } from 'node:child_process';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommunity } from '../../../src/targets/frr/secret-words.ts';
import { shellQuote } from '../../../src/targets/frr/shell-quote.ts';
import { context, secret } from './fixtures.ts';

describe('text of people', () => {
  it('is for a shell, quoted, exactly that text', () => {
    const printable = string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\0'));
    assert(
      property(printable, (text) => {
        const { stdout, status } = spawnSync('sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' });
        expect({ stdout, status }).toEqual({ stdout: text, status: 0 });
      }),
      { numRuns: 40 },
    );
  });
});

describe('an SNMP community', () => {
  it('goes in as it is, between quotes', () => {
    expect(readCommunity({ ...context, readSecret: () => 'a"b\\c' }, secret('K'))).toBe('a\\"b\\\\c');
  });
});
