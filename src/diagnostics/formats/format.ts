import type { Diagnostic } from '../diagnostic.ts';

export interface FormatOptions {
  /** ANSI colours, in formats for people. */
  readonly colour: boolean;
}

/** A way to print diagnostics. */
export interface Format {
  /** Value of `--format`. */
  readonly name: string;
  /** One line for the help. */
  readonly summary: string;
  /** The whole output, ending in a line break; pure. */
  readonly print: (diagnostics: readonly Diagnostic[], options: FormatOptions) => string;
}
