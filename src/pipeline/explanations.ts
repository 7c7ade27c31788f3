import { controlProblems } from '../control/control.ts';
import type { Explanation } from '../diagnostics/diagnostic.ts';
import { compareText } from '../diagnostics/sort.ts';
import { lockProblems } from '../lock/index.ts';
import { rules } from '../rules/registry.gen.ts';
import { topologyProblems } from '../topology/problems/index.ts';
import { pipelineProblems } from './problems.ts';

/** Everything that a diagnostic can be about, in order of the codes. */
export const explanations: readonly Explanation[] = [
  ...topologyProblems,
  ...rules,
  ...lockProblems,
  ...pipelineProblems,
  ...controlProblems,
].sort((a, b) => compareText(a.code, b.code));
