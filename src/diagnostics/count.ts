import type { Diagnostic } from './diagnostic.ts';

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** Number of errors and of warnings; what is mere information is not counted. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): Counts {
  const count = (severity: string) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: count('error'), warnings: count('warning') };
}

function some(count: number, word: string): string[] {
  return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
}

/** `2 errors, 1 warning`; what there is none of is left out. */
export function describeCounts({ errors, warnings }: Counts): string {
  return [...some(errors, 'error'), ...some(warnings, 'warning')].join(', ') || 'no problems';
}
