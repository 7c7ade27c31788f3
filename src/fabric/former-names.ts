import type { Span } from '../diagnostics/span.ts';
import type { Building } from './building.ts';
import { type PatternValues, expandPattern } from './pattern.ts';

/**
 * Names that a `renamedFrom` hint stands for, one for each name of now; none where the hint is absent or does not
 * fit, which is noted.
 */
export function formerNames(
  building: Building,
  pattern: string | undefined,
  values: PatternValues,
  names: readonly string[],
  span: Span,
): readonly string[] {
  if (pattern === undefined) return [];
  const former = expandPattern(pattern, values);
  const reason = Array.isArray(former)
    ? former.length === names.length
      ? undefined
      : `it stands for ${former.length} names, and \`name\` for ${names.length}`
    : former.reason;
  if (reason === undefined) return former as string[];
  building.defects.push({ kind: 'bad-pattern', pattern, reason, span });
  return [];
}
