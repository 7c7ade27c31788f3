import { describe, expect, it } from 'vitest';
import { explanations } from '../../../src/pipeline/explanations.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { FormatOptions } from '../../../src/diagnostics/formats/index.ts';
import { sarif } from '../../../src/diagnostics/formats/sarif.ts';
import { expectGolden } from '../../support/goldens.ts';
import { concealing, findings, options, spanOf } from './findings.ts';
import { sarifErrors } from './sarif-schema.ts';

interface Result {
  ruleId: string;
  ruleIndex: number;
  message: { text: string };
  locations: { physicalLocation: { artifactLocation: { uri: string; uriBaseId?: string }; region: object } }[];
  partialFingerprints: Record<string, string>;
}
interface Log {
  runs: [{ tool: { driver: { rules: { id: string; help?: { markdown: string } }[] } }; results: Result[] }];
}

function logOf(diagnostics: readonly Diagnostic[], more: Partial<FormatOptions> = {}): Log {
  const log = JSON.parse(sarif.print(diagnostics, { ...options, ...more })) as Log;
  expect(sarifErrors(log)).toEqual([]);
  return log;
}

const uriOf = (path: string) => {
  const span = { file: { path, text: 'name: x\n' }, start: 0, end: 4 };
  return logOf([{ ...findings[1]!, span }]).runs[0].results[0]!.locations[0]!.physicalLocation.artifactLocation;
};

const printsOf = (diagnostics: readonly Diagnostic[]) =>
  logOf(diagnostics).runs[0].results.map((result) => result.partialFingerprints['heddleFinding/v1']);

/** The fingerprint of a finding on a line that holds a secret. */
function printBeside(key: string) {
  const file = { ...concealing, text: concealing.text.replace('hunter2', key) };
  return printsOf([{ ...findings[1]!, span: spanOf(file, 'key') }]);
}

describe('sarif', () => {
  it('is as it was looked at', () => {
    logOf(findings);
    expectGolden('formats/lint.sarif', sarif.print(findings, options));
  });

  it('is judged by a schema that finds what is wrong', () => {
    const log = logOf(findings);
    log.runs[0].results[0]!.locations[0]!.physicalLocation.region = { startLine: 0 };
    (log.runs[0].results[1] as Partial<Result>).message = undefined!;
    Object.assign(log.runs[0].results[2]!, { level: 'fatal', colour: 'red' });
    const errors = sarifErrors(JSON.parse(JSON.stringify(log)));
    for (const part of ['startLine must be >= 1', "required property 'message'", '/level', 'additional properties']) {
      expect(errors.join('\n')).toContain(part);
    }
  });

  it('holds what a comment silences, with its reason', () => {
    const [reported, silenced] = [findings[0]!, findings[1]!];
    const log = logOf([reported], { suppressed: [{ diagnostic: silenced, reason: 'on purpose' }] });
    const results = log.runs[0].results as (Result & { suppressions?: object[] })[];
    expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      [reported.code, []],
      [silenced.code, [{ kind: 'inSource', justification: 'on purpose' }]],
    ]);
    expect(log.runs[0].tool.driver.rules.map(({ id }) => id)).toContain(silenced.code);
  });

  it('is valid with nothing in it, and without what the caller may leave out', () => {
    logOf([]);
    expect(sarifErrors(JSON.parse(sarif.print(findings, { colour: false })))).toEqual([]);
  });

  it('is valid for every rule, with its help', () => {
    const all = explanations.map(({ code, name, severity }) => ({ ...findings[1]!, code, rule: name, severity }));
    const { rules } = logOf(all, { explain: (code) => explanations.find((one) => one.code === code) }).runs[0].tool
      .driver;
    expect(rules.map((rule) => rule.id)).toEqual(explanations.map(({ code }) => code));
    for (const rule of rules) expect(rule.help?.markdown, rule.id).toContain('**Wrong:**\n\n```');
  });

  it('lets each result find its rule', () => {
    const { tool, results } = logOf(findings).runs[0];
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
  });

  it('names files by URIs: relative to the root, or whole', () => {
    expect(uriOf('a b/é#1?.yaml')).toEqual({ uri: 'a%20b/%C3%A9%231%3F.yaml', uriBaseId: '%SRCROOT%' });
    expect(uriOf('/srv/a b.yaml')).toEqual({ uri: 'file:///srv/a%20b.yaml' });
    expect(uriOf('C:/a b.yaml')).toEqual({ uri: 'file:///C:/a%20b.yaml' });
    expect(uriOf('a:b.yaml')).toEqual({ uri: 'a%3Ab.yaml', uriBaseId: '%SRCROOT%' });
    expect(uriOf('\ud800.yaml')).toEqual({ uri: '%EF%BF%BD.yaml', uriBaseId: '%SRCROOT%' });
  });

  it('asks the caller where a file is in its project', () => {
    const { results } = logOf(findings, { projectPath: (path) => `net/${path}` }).runs[0];
    expect(results[0]!.locations[0]!.physicalLocation.artifactLocation.uri).toBe('net/fabric.yaml');
  });

  it('keeps the fingerprint of a finding when lines are added above it, and gives each its own', () => {
    const before = printsOf(findings);
    expect(new Set(before).size).toBe(findings.length);
    const shift = '# one\n# two\n';
    const moved = findings.map((one) => ({
      ...one,
      span: {
        file: { ...one.span.file, text: shift + one.span.file.text },
        start: one.span.start + shift.length,
        end: one.span.end + shift.length,
      },
    }));
    expect(printsOf(moved)).toEqual(before);
    expect(printsOf([{ ...findings[1]!, message: 'y' }])).not.toEqual(before.slice(1, 2));
  });

  it('makes no fingerprint of a secret', () => {
    expect(printBeside('hunter2')).toEqual(printBeside('hunter3'));
  });
});
