import type { Diagnostic, Fix } from '../diagnostic.ts';
import { fingerprints } from '../fingerprints.ts';
import { compareText } from '../sort.ts';
import type { Span } from '../span.ts';
import { type Format, type FormatOptions, type SilencedFinding, reportedPath } from './format.ts';
import { artifactLocation, exactRegion, levels, physicalLocation, sarifText } from './sarif-parts.ts';
import { ruleDescriptor } from './sarif-rules.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** A fix as the replacements in each file, in order. */
function convertFix({ title, edits }: Fix, options: FormatOptions): object {
  const byFile = new Map<string, { span: Span; text: string }[]>();
  for (const edit of edits) {
    const path = reportedPath(edit.span.file.path, options);
    byFile.set(path, [...(byFile.get(path) ?? []), edit]);
  }
  const artifactChanges = [...byFile]
    .sort(([a], [b]) => compareText(a, b))
    .map(([path, changes]) => ({
      artifactLocation: artifactLocation(path),
      replacements: changes
        .toSorted((a, b) => a.span.start - b.span.start)
        .map(({ span, text }) => ({ deletedRegion: exactRegion(span), insertedContent: { text } })),
    }));
  return { description: { text: sarifText(title) }, artifactChanges };
}

function convert(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string, options: FormatOptions): object {
  const { code, severity, message, hint, span, related, fix } = diagnostic;
  const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: sarifText(text) },
    locations: [{ physicalLocation: physicalLocation(span, options) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(other.span, options),
            message: { text: sarifText(other.message) },
          })),
        }),
    partialFingerprints: { 'heddleFinding/v1': fingerprint },
    ...(fix === undefined ? {} : { fixes: [convertFix(fix, options)] }),
  };
}

function suppressionsOf(silenced: SilencedFinding | undefined): object[] {
  return silenced ? [{ kind: 'inSource', justification: sarifText(silenced.reason) }] : [];
}

/** What could not be read makes the run one that did not succeed. */
function invocation(options: FormatOptions): object {
  const unread = options.unread ?? [];
  if (unread.length === 0) return { executionSuccessful: true };
  const notifications = unread.map(({ path, message }) => ({
    level: 'error',
    message: { text: sarifText(message) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(reportedPath(path, options)) } }],
  }));
  return { executionSuccessful: false, toolExecutionNotifications: notifications };
}

/** SARIF 2.1.0, one run with the rules that were broken: https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export const sarif: Format = {
  name: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning and editors',
  print(reported, options) {
    const { suppressed = [] } = options;
    const diagnostics = [...reported, ...suppressed.map(({ diagnostic }) => diagnostic)];
    const codes = [...new Set(diagnostics.map(({ code }) => code))].sort(compareText);
    const indexOf = new Map(codes.map((code, index) => [code, index]));
    const first = new Map(diagnostics.toReversed().map((diagnostic) => [diagnostic.code, diagnostic]));
    const prints = fingerprints(diagnostics, (path) => reportedPath(path, options));
    const driver = {
      name: 'heddle',
      ...(options.version === undefined ? {} : { version: options.version, semanticVersion: options.version }),
      rules: codes.map((code) => ruleDescriptor(first.get(code)!, options.explain?.(code))),
    };
    const run = {
      tool: { driver },
      invocations: [invocation(options)],
      columnKind: 'utf16CodeUnits',
      results: diagnostics.map((diagnostic, index) => ({
        ...convert(diagnostic, indexOf.get(diagnostic.code)!, prints[index]!, options),
        // SARIF 2.1.0 section 3.27.23: where some results may have suppressions, all say theirs.
        ...(suppressed.length === 0 ? {} : { suppressions: suppressionsOf(suppressed[index - reported.length]) }),
      })),
    };
    return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
  },
};
