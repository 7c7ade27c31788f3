import { assert, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/diagnostics/frame.ts';
import { paintWith } from '../../src/diagnostics/paint.ts';
import type { Span } from '../../src/diagnostics/span.ts';

const plain = paintWith(false);

/** Frame of the text between the two marks « and ». */
function frameOf(marked: string): string {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const text = marked.replace('«', '').replace('»', '');
  return codeFrame({ file: { path: 'x.yaml', text }, start, end }, plain);
}

describe('codeFrame', () => {
  it('sets carets under the span, between a line before and a line after', () => {
    expect(frameOf('zones: 1\nracks:\n  - name: «r1»\n    leafs: 3\n    height: 42\n')).toBe(
      ['    2 | racks:', '    3 |   - name: r1', '      |           ^^', '    4 |     leafs: 3'].join('\n'),
    );
  });

  it('shows no line after a final line break', () => {
    expect(frameOf('name: «x»\n')).toBe('    1 | name: x\n      |       ^');
  });

  it('sets one caret for an empty span, also at the end of the file and in an empty file', () => {
    expect(frameOf('name:«»\n')).toBe('    1 | name:\n      |      ^');
    expect(frameOf('a: 1\n«»')).toBe('    1 | a: 1\n    2 |\n      | ^');
    expect(frameOf('«»')).toBe('    1 |\n      | ^');
  });

  it('leaves out the carriage returns of CRLF', () => {
    expect(frameOf('a: 1\r\nb: «two»\r\nc: 3\r\n')).toBe(
      ['    1 | a: 1', '    2 | b: two', '      |    ^^^', '    3 | c: 3'].join('\n'),
    );
    expect(frameOf('a: «one\r\n»b: 2\r\n')).toBe(['    1 | a: one', '      |    ^^^', '    2 | b: 2'].join('\n'));
  });

  it('spreads tabs out, so that carets stay under what they mark', () => {
    expect(frameOf('\ta\t«bc»')).toBe('    1 |     a   bc\n      |         ^^');
    expect(frameOf('«\t»x')).toBe('    1 |     x\n      | ^');
  });

  it('counts two columns for wide characters and none for combining ones', () => {
    expect(frameOf('名前: «x»')).toBe('    1 | 名前: x\n      |       ^');
    expect(frameOf('e\u0301: «名»')).toBe('    1 | e\u0301: 名\n      |    ^^');
  });

  it('marks every line of a short span, from its text to its end', () => {
    expect(frameOf('racks:\n  - «name: r1\n\n    leafs: 3\n»zones: 1\n')).toBe(
      [
        '    1 | racks:',
        '    2 |   - name: r1',
        '      |     ^^^^^^^^',
        '    3 |',
        '    4 |     leafs: 3',
        '      |     ^^^^^^^^',
        '    5 | zones: 1',
      ].join('\n'),
    );
  });

  it('shows the ends of a long span', () => {
    const body = Array.from({ length: 30 }, (_, index) => `  k${index}: 1`).join('\n');
    expect(frameOf(`a:\n«${body}»\nb: 1\n`)).toBe(
      [
        '    1 | a:',
        '    2 |   k0: 1',
        '      |   ^^^^^',
        '    3 |   k1: 1',
        '      |   ^^^^^',
        '    … |',
        '   31 |   k29: 1',
        '      |   ^^^^^^',
        '   32 | b: 1',
      ].join('\n'),
    );
  });

  it('cuts a long line around the span', () => {
    const frame = frameOf(`[${'a, '.repeat(5000)}«oops»${', b'.repeat(5000)}]`);
    const [line = '', carets = ''] = frame.split('\n');
    expect(line.length).toBeLessThan(140);
    expect(line).toMatch(/^ {4}1 \| ….*…$/);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('oops');
  });

  it('does not cut a character in two', () => {
    const frame = frameOf(`${'🧵'.repeat(500)}«x»${'🧵'.repeat(500)}`);
    expect(frame).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\ufffd/);
  });

  it('widens the gutter for large line numbers', () => {
    expect(frameOf(`${'\n'.repeat(123_455)}«x»`)).toContain(' 123456 | x');
  });

  it('colours nothing but gutter and carets', () => {
    const span: Span = { file: { path: 'x', text: 'a: b' }, start: 3, end: 4 };
    expect(codeFrame(span, paintWith(true))).toBe(
      '\u001b[2m    1 |\u001b[22m a: b\n\u001b[2m      |\u001b[22m    \u001b[31m^\u001b[39m',
    );
  });

  it('prints nothing that moves the cursor, and at least one caret, whatever the file holds', () => {
    const anything = string({ unit: 'binary', maxLength: 300 });
    assert(
      property(anything, nat(320), nat(320), (text, a, b) => {
        const frame = codeFrame({ file: { path: 'x', text }, start: Math.min(a, b), end: Math.max(a, b) }, plain);
        expect(frame).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(frame).toMatch(/\| *\^+(\n|$)/);
      }),
    );
  });
});
