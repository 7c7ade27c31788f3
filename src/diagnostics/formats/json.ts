import { countDiagnostics } from '../count.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type Span, positionAt } from '../span.ts';
import type { Format } from './format.ts';

/** Lines and columns from 1; `end` is the position after the last character. */
function location(span: Span): object {
  return {
    file: span.file.path,
    range: { start: positionAt(span.file, span.start), end: positionAt(span.file, span.end) },
  };
}

function convert(diagnostic: Diagnostic): object {
  const { code, rule, severity, message, span, related, hint } = diagnostic;
  return {
    code,
    rule,
    severity,
    message,
    ...location(span),
    related: related.map((other) => ({ message: other.message, ...location(other.span) })),
    hint: hint ?? null,
  };
}

/** For programs. Every key is always there; `hint` is null where there is none. */
export const json: Format = {
  name: 'json',
  summary: 'for programs: {"diagnostics": […], "summary": {"errors", "warnings"}}',
  print(diagnostics) {
    const document = { diagnostics: diagnostics.map(convert), summary: countDiagnostics(diagnostics) };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};
