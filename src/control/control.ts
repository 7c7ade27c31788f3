import type { Diagnostic, Explanation } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/span.ts';
import type { Overlay } from '../topology/read.ts';
import { configProblems } from './config-problems.ts';
import { type Config, readConfig } from './read-config.ts';
import { indexRules } from './rule-index.ts';
import { type Suppressed, readSuppressions } from './suppress.ts';
import { suppressionProblems } from './suppression-problems.ts';

export type { Suppressed };

/** What can be wrong with comments and configs that control the rules. */
export const controlProblems: readonly Explanation[] = [...suppressionProblems, ...configProblems];

/** What the user's comments and config make of findings. */
export interface Control {
  readonly limits: Config['limits'];
  /** The config that holds, if there is one. */
  readonly config?: SourceFile;
  /**
   * Findings as they are reported, with those about the control itself.
   * @param isWhole true when every rule had its say, so that an unused suppression can be told.
   */
  readonly apply: (found: readonly Diagnostic[], isWhole: boolean) => Controlled;
}

export interface Controlled {
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
}

function withSeverity(diagnostic: Diagnostic, severities: Config['severities']): Diagnostic[] {
  const severity = severities.get(diagnostic.code);
  if (severity === undefined || severity === diagnostic.severity) return [diagnostic];
  return severity === 'off' ? [] : [{ ...diagnostic, severity }];
}

/** Reads what controls the rules: the comments in the files of a topology, and the config above it. */
export function readControl(
  topologyFile: string,
  files: readonly SourceFile[],
  explanations: readonly Explanation[],
  overlay?: Overlay,
): Control {
  const index = indexRules(explanations);
  const { file, limits, severities, diagnostics: ofConfig } = readConfig(topologyFile, index, overlay);
  const suppressions = readSuppressions(files, index);
  return {
    limits,
    ...(file ? { config: file } : {}),
    apply(found, isWhole) {
      const { kept, suppressed } = suppressions.sort(found);
      const all = [...kept, ...ofConfig, ...suppressions.diagnostics, ...(isWhole ? suppressions.unused() : [])];
      return {
        diagnostics: all.flatMap((diagnostic) => withSeverity(diagnostic, severities)),
        suppressed: suppressed.filter(({ diagnostic }) => severities.get(diagnostic.code) !== 'off'),
      };
    },
  };
}
