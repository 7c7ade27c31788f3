import { createHash } from 'node:crypto';
import { visibleLine } from './conceal.ts';
import type { Diagnostic } from './diagnostic.ts';
import { positionAt } from './span.ts';

/** What stays the same when lines are added above: no line number is part of it, nor a secret of the line. */
function identity({ code, message, span }: Diagnostic, path: string): string {
  const { line } = positionAt(span.file, span.start);
  return JSON.stringify([code, path, visibleLine(span.file, line).trim(), message]);
}

/**
 * A fingerprint for each diagnostic, by which a service tells old findings from new ones: 64 hexadecimal digits,
 * each once. Of findings that are the same in all but their place, the first keeps its own when another is added below.
 * @param pathOf the path of a file, the same on every machine.
 */
export function fingerprints(diagnostics: readonly Diagnostic[], pathOf: (path: string) => string): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const one = identity(diagnostic, pathOf(diagnostic.span.file.path));
    const before = seen.get(one) ?? 0;
    seen.set(one, before + 1);
    return createHash('sha256').update(`${one}#${before}`).digest('hex');
  });
}
