import type { Diagnostic, Severity } from '../diagnostic.ts';
import { extentOf } from '../extent.ts';
import { fingerprints } from '../fingerprints.ts';
import { type Format, type FormatOptions, reportedPath } from './format.ts';

/** An error lets nothing be built. */
const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

function convert(diagnostic: Diagnostic, fingerprint: string, options: FormatOptions): object {
  const { severity, code, rule, message, span, hint } = diagnostic;
  const { start, end } = extentOf(span);
  return {
    description: `${code}: ${message}${hint === undefined ? '' : ` (hint: ${hint})`}`,
    check_name: rule,
    fingerprint,
    severity: severities[severity],
    location: { path: reportedPath(span.file.path, options), lines: { begin: start.line, end: end.line } },
  };
}

/** The Code Quality report of GitLab: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Format = {
  name: 'gitlab',
  summary: 'for GitLab: a Code Quality report',
  print(diagnostics, options) {
    const prints = fingerprints(diagnostics, (path) => reportedPath(path, options));
    const report = diagnostics.map((diagnostic, index) => convert(diagnostic, prints[index]!, options));
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};
