import type { Explanation } from '../diagnostics/diagnostic.ts';
import type { Schema } from '../topology/schema/common.ts';

/** What the server is told when it starts, as it stands in later stages of the program. */
export interface Knowledge {
  /** JSON Schema of topology files, with the names that this version knows. */
  readonly schema: Schema;
  /** Everything that a diagnostic can be about. */
  readonly explanations: readonly Explanation[];
  readonly version: string;
  /** Repository of heddle on the web, in which the reference of the rules is; absent where the package names none. */
  readonly homepage?: string;
}
