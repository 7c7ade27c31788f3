import { describe, expect, it } from 'vitest';
import { github } from '../../../src/diagnostics/formats/github.ts';
import { expectGolden } from '../../support/goldens.ts';
import { findings, options } from './findings.ts';

const replaceAll = (text: string, tokens: readonly [string, string][]) =>
  tokens.reduce((done, [from, to]) => done.replaceAll(from, to), text);
const unescapeData = (text: string) =>
  replaceAll(text, [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%25', '%'],
  ]);
const unescapeProperty = (text: string) =>
  replaceAll(text, [
    ['%0D', '\r'],
    ['%0A', '\n'],
    ['%3A', ':'],
    ['%2C', ','],
    ['%25', '%'],
  ]);

/** Reads a line as the runner of GitHub Actions does (`TryParseV2` in its ActionCommand). */
function parse(line: string) {
  const trimmed = line.trimStart();
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return undefined;
  const info = trimmed.slice(2, end);
  const space = info.indexOf(' ');
  const properties = info
    .slice(space + 1)
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]);
  return {
    command: info.slice(0, space),
    ...(Object.fromEntries(properties) as Record<string, string>),
    message: unescapeData(trimmed.slice(end + 2)),
  };
}

const commandsOf = (output: string) =>
  output
    .split('\n')
    .map(parse)
    .filter((command) => command !== undefined);

describe('github', () => {
  it('is as it was looked at', () => {
    expectGolden('formats/lint.github.txt', github.print(findings, options));
  });

  it('is one command for each finding, as the runner reads it', () => {
    const [unread, warning, notice, error] = commandsOf(github.print(findings, options));
    expect(unread).toEqual({
      command: 'error',
      file: 'nowhere.yaml',
      title: 'heddle',
      message: 'Cannot read nowhere.yaml: there is no such file',
    });
    expect(warning).toEqual({
      command: 'warning',
      file: 'fabric.yaml',
      line: '2',
      endLine: '3',
      title: 'FAB900 asn-is-well-chosen',
      message: 'ASN 65000 is that of {0} others, 50% of "all" <b>',
    });
    expect(notice).toMatchObject({ command: 'notice', line: '1', endLine: '1', col: '7', endColumn: '8' });
    expect(error).toEqual({
      command: 'error',
      file: 'sites/zone é/racks 100%.yaml',
      line: '3',
      endLine: '3',
      col: '11',
      endColumn: '13',
      title: 'FAB002 no-duplicate-name',
      message: [
        'two racks are named r1',
        'note: sites/zone é/racks 100%.yaml:2:11: the first is here',
        'hint: give each its own name, such as r{1..2}:',
        'or r1, r2',
      ].join('\n'),
    });
  });

  it('lets no text of a file start a command or add a property', () => {
    const hostile = 'a\n::add-mask::b\r\n::error file=c,line=1::d %0A%25 e,title=f:';
    const file = { path: hostile, text: 'x' };
    const output = github.print(
      [{ ...findings[1]!, rule: hostile, message: hostile, span: { file, start: 0, end: 1 } }],
      {
        colour: false,
      },
    );
    expect(commandsOf(output)).toEqual([
      {
        command: 'notice',
        file: hostile,
        line: '1',
        endLine: '1',
        col: '1',
        endColumn: '2',
        title: `TOPO900 ${hostile}`,
        message: hostile,
      },
    ]);
  });

  it('ends with the numbers, as a line of the log', () => {
    expect(github.print([], { colour: false })).toBe('no problems\n');
    expect(github.print(findings, { colour: false })).toMatch(/\n3 errors, 1 warning\n$/);
  });
});
