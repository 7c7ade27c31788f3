import type { Diagnostic } from './diagnostic.ts';

/** Byte order, so that no machine's locale changes an output. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of printing: by file, place, code, message; exact repeats are dropped. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) =>
      compareText(a.span.file.path, b.span.file.path) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return (
      !before ||
      before.code !== diagnostic.code ||
      before.message !== diagnostic.message ||
      before.span.file.path !== diagnostic.span.file.path ||
      before.span.start !== diagnostic.span.start
    );
  });
}
