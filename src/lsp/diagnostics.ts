import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from 'vscode-languageserver/node';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Knowledge } from './knowledge.ts';
import { type UriOf, shownRange } from './places.ts';
import { resolve } from 'node:path';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Where a rule is explained: in `docs/rules.md` of the repository, below the heading of its code and name. */
function ruleReference(homepage: string, code: string, rule: string): string {
  const repository = homepage.replace(/#.*$/, '').replace(/\/$/, '');
  return `${repository}/blob/main/docs/rules.md#${code.toLowerCase()}-${rule}`;
}

/** A diagnostic as the protocol has it. */
export function toLsp(diagnostic: Diagnostic, { homepage }: Knowledge, uri: UriOf): LspDiagnostic {
  const { code, rule, severity, message, hint, span, related } = diagnostic;
  return {
    range: shownRange(span),
    severity: severities[severity],
    code,
    ...(homepage === undefined ? {} : { codeDescription: { href: ruleReference(homepage, code, rule) } }),
    source: 'heddle',
    message: hint === undefined ? message : `${message}\n${hint}`,
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((other) => ({
            location: { uri: uri(resolve(other.span.file.path)), range: shownRange(other.span) },
            message: other.message,
          })),
        }),
  };
}
