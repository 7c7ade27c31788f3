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

/** A diagnostic as the protocol has it. */
export function toLsp(diagnostic: Diagnostic, { ruleReference }: Knowledge, uri: UriOf): LspDiagnostic {
  const { code, severity, message, hint, span, related } = diagnostic;
  return {
    range: shownRange(span),
    severity: severities[severity],
    code,
    ...(ruleReference ? { codeDescription: { href: ruleReference(code) } } : {}),
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
