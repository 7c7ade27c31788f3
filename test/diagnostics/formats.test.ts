import { describe, expect, it } from 'vitest';
import { countDiagnostics, describeCounts } from '../../src/diagnostics/count.ts';
import type { Diagnostic, Severity } from '../../src/diagnostics/diagnostic.ts';
import { formats } from '../../src/diagnostics/formats/index.ts';
import { json } from '../../src/diagnostics/formats/json.ts';
import { text } from '../../src/diagnostics/formats/text.ts';

const file = { path: 'topologies/x.yaml', text: 'name: x\nracks:\n  - name: r1\n  - name: r1\n' };
const spanFrom = (start: number) => ({ file, start, end: start + 2 });
const first = spanFrom(file.text.indexOf('r1'));
const second = spanFrom(file.text.lastIndexOf('r1'));
const rangeOn = (line: number) => ({ start: { line, column: 11 }, end: { line, column: 13 } });

const diagnostic = (extra: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'FAB002',
  rule: 'no-duplicate-name',
  severity: 'error',
  message: 'two racks are named r1',
  span: second,
  related: [{ message: 'the first is here', span: first }],
  ...extra,
});

describe('text', () => {
  it('prints place, code, message, frame, related places and hint', () => {
    expect(text.print([diagnostic({ hint: 'give each its own name' })], { colour: false })).toBe(
      [
        'topologies/x.yaml:4:11: error FAB002: two racks are named r1 (no-duplicate-name)',
        '    3 |   - name: r1',
        '    4 |   - name: r1',
        '      |           ^^',
        '  note: topologies/x.yaml:3:11: the first is here',
        '    2 | racks:',
        '    3 |   - name: r1',
        '      |           ^^',
        '    4 |   - name: r1',
        '  hint: give each its own name',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  it('keeps escape sequences of the file out of the terminal', () => {
    const hostile = '\u001b[31mred\u009b2J\u202a\u202e\u2028\u2066';
    const output = text.print(
      [diagnostic({ message: hostile, hint: hostile, related: [{ message: hostile, span: first }] })],
      {
        colour: false,
      },
    );
    for (const character of ['\u001b', '\u009b', '\u202a', '\u202e', '\u2028', '\u2066'])
      expect(output).not.toContain(character);
    expect(output).toContain('␛[31mred');
  });

  it('colours when asked to', () => {
    expect(text.print([diagnostic()], { colour: true })).toContain('\u001b[31merror FAB002\u001b[39m');
    expect(text.print([diagnostic()], { colour: false })).not.toContain('\u001b');
  });

  it('indents the further lines of a message, so that none can pass for another diagnostic', () => {
    const output = text.print([diagnostic({ message: 'one\nx.yaml:1:1: error: two' })], { colour: false });
    expect(output).toContain('one\n    x.yaml:1:1: error: two');
  });

  it('says so when there is nothing', () => {
    expect(text.print([], { colour: false })).toBe('no problems\n');
  });
});

describe('json', () => {
  it('has the documented form, positions from 1, hint null where there is none', () => {
    const output = json.print([diagnostic(), diagnostic({ severity: 'warning', related: [], hint: 'h' })], {
      colour: true,
    });
    expect(JSON.parse(output)).toEqual({
      diagnostics: [
        {
          code: 'FAB002',
          rule: 'no-duplicate-name',
          severity: 'error',
          message: 'two racks are named r1',
          file: 'topologies/x.yaml',
          range: rangeOn(4),
          related: [{ message: 'the first is here', file: 'topologies/x.yaml', range: rangeOn(3) }],
          hint: null,
        },
        {
          code: 'FAB002',
          rule: 'no-duplicate-name',
          severity: 'warning',
          message: 'two racks are named r1',
          file: 'topologies/x.yaml',
          range: rangeOn(4),
          related: [],
          hint: 'h',
        },
      ],
      summary: { errors: 1, warnings: 1 },
    });
    expect(output.endsWith('}\n')).toBe(true);
  });

  it('is valid without diagnostics', () => {
    expect(JSON.parse(json.print([], { colour: false }))).toEqual({
      diagnostics: [],
      summary: { errors: 0, warnings: 0 },
    });
  });
});

describe('formats', () => {
  it('have names of their own and a line of help', () => {
    expect(formats.map((format) => format.name)).toEqual(['text', 'json', 'sarif', 'junit', 'github', 'gitlab']);
    for (const format of formats) expect(format.summary).toMatch(/^\S.*[^.]$/);
  });
});

const countsOf = (...severities: Severity[]) =>
  describeCounts(countDiagnostics(severities.map((severity) => diagnostic({ severity }))));

describe('counts', () => {
  it('name what there is, in the right number', () => {
    expect(countsOf('error', 'error', 'warning', 'info')).toBe('2 errors, 1 warning');
    expect(countsOf('warning', 'warning')).toBe('2 warnings');
    expect(countsOf('info')).toBe('no problems');
  });
});
