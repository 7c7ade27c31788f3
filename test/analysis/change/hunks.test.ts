import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../src/analysis/change/files/hunks.ts';
import { csvRows } from '../../../src/analysis/change/past/csv-rows.ts';
import { csv } from '../../../src/artifacts/csv.ts';

/** Applies hunks to the lines of a text. */
function apply(before: string, hunks: ReturnType<typeof diffTexts>['hunks']): string {
  const lines = before.split('\n');
  const result: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    // An empty side of a hunk stands after the line that it names.
    const start = hunk.before.lines === 0 ? hunk.before.start : hunk.before.start - 1;
    result.push(...lines.slice(at, start));
    at = start + hunk.before.lines;
    result.push(...hunk.lines.filter((line) => /^[ +]/.test(line)).map((line) => line.slice(1)));
  }
  return [...result, ...lines.slice(at)].join('\n');
}

const text = fc
  .array(fc.constantFrom('interface a', ' mtu 1', ' mtu 2', 'exit', '!', ''), { maxLength: 40 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

const many = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}\n`).join('');

describe('hunks', () => {
  it('lead from the old file to the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { hunks, added, removed } = diffTexts(before, after, []);
        expect(apply(before, hunks)).toBe(after);
        const signs = hunks.flatMap(({ lines }) => lines.map((line) => line[0]));
        expect(signs.filter((sign) => sign === '+')).toHaveLength(added);
        expect(signs.filter((sign) => sign === '-')).toHaveLength(removed);
      }),
    );
  });

  it('say which stanza each line is in', () => {
    const before = 'interface a\n mtu 1\n!\ninterface b\n mtu 1\n';
    const { edits } = diffTexts(before, before.replace(/1\n$/, '2\n'), []);
    expect(edits).toEqual([
      { within: 'interface b\n', line: ' mtu 1', added: false, secretChanged: false },
      { within: 'interface b\n', line: ' mtu 2', added: true, secretChanged: false },
    ]);
  });

  it('are left out where the files have little in common', () => {
    expect(diffTexts(many('a'), many('b'), [])).toEqual({ added: 3000, removed: 3000, hunks: [], edits: [] });
  });
});

describe('the rows of a CSV file', () => {
  it('are those that were written', () => {
    const field = fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', '-') });
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field), { maxLength: 5 }), (rows) => {
        // A row of nothing but empty fields is a row all the same.
        const read = [...csvRows(csv(['x', 'y', 'z'], rows))].map((row) => [...row.values()]);
        expect(read).toEqual(rows);
      }),
    );
  });
});
