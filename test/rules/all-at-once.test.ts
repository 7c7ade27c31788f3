import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/diagnostics/span.ts';
import { checkText, summary } from './check-text.ts';

const text = readFileSync(join(import.meta.dirname, 'all-at-once.yaml'), 'utf8');

/** `line code` of every mark in the file. */
const expected = text.split('\n').flatMap((line, index) => {
  const marks = /# ! (.*)$/.exec(line)?.[1]?.split(' ') ?? [];
  return marks.map((code) => `${index + 1} ${code}`);
});

describe('a file with a mistake of every kind', () => {
  const found = checkText(text);

  it('has marks', () => {
    expect(new Set(expected.map((mark) => mark.split(' ')[1])).size).toBeGreaterThanOrEqual(24);
  });

  it('reports every one in a single run, at its line, and nothing else', () => {
    const places = found.map(({ code, span }) => `${positionAt(span.file, span.start).line} ${code}`);
    expect(places.toSorted(), found.map(summary).join('\n')).toEqual(expected.toSorted());
  });

  it('says what to do about most of them', () => {
    expect(found.filter((one) => one.hint !== undefined || one.related.length > 0).length).toBeGreaterThan(
      found.length * 0.7,
    );
  });
});
