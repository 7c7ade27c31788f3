import type { Explanation } from '../diagnostics/diagnostic.ts';
import type { Schema } from '../topology/schema/common.ts';

/** What the server is told when it starts, as it stands in later stages of the program. */
export interface Knowledge {
  /** JSON Schema of topology files, with the names that this version knows. */
  readonly schema: Schema;
  /** Everything that a diagnostic can be about. */
  readonly explanations: readonly Explanation[];
  readonly version: string;
  /** Where the reference of the rules is read, if the package says so. */
  readonly ruleReference?: (code: string) => string;
}
