import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/diagnostics/span.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { summary } from './check-text.ts';

const file = relative(process.cwd(), join(import.meta.dirname, 'all-at-once.yaml'));

/** `line:column code` of every mark in the file. */
const expected = readFileSync(file, 'utf8')
  .split('\n')
  .flatMap((line, index) => {
    const marks = /# ! (.*)$/.exec(line)?.[1]?.split(' ') ?? [];
    return marks.map((mark) => {
      const [code, column] = mark.split(':');
      return `${index + 1}:${column} ${code}`;
    });
  });

describe('a file with forty different mistakes', () => {
  const { diagnostics } = compile(file);

  it('has a mark for each of forty codes', () => {
    expect(expected).toHaveLength(40);
    expect(new Set(expected.map((mark) => mark.split(' ')[1])).size).toBe(40);
  });

  it('has exactly forty errors, each at its line and column, and nothing else', () => {
    const places = diagnostics.map(({ code, span }) => {
      const { line, column } = positionAt(span.file, span.start);
      return `${line}:${column} ${code}`;
    });
    expect(places.toSorted(), diagnostics.map(summary).join('\n')).toEqual(expected.toSorted());
    expect(diagnostics.filter((one) => one.severity !== 'error').map(summary)).toEqual([]);
  });

  it('is told in the order of its lines', () => {
    const lines = diagnostics.map(({ span }) => positionAt(span.file, span.start).line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('says what to do about most of them', () => {
    const helped = diagnostics.filter((one) => one.hint !== undefined || one.related.length > 0);
    expect(helped.length).toBeGreaterThan(diagnostics.length * 0.7);
  });
});
