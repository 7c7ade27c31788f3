import type { Diagnostic, Explanation } from '../diagnostic.ts';

/** A file that was named and could not be read. */
export interface Unread {
  readonly path: string;
  readonly message: string;
}

/** A finding that a comment in its file silences. */
export interface SilencedFinding {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

export interface FormatOptions {
  /** ANSI colours, in formats for people. */
  readonly colour: boolean;
  /** Every file that was looked at, as named; test reports hold those without a finding, too. */
  readonly files?: readonly string[];
  readonly unread?: readonly Unread[];
  /** Findings that are no part of the result; SARIF holds them as suppressed, text says how many they are. */
  readonly suppressed?: readonly SilencedFinding[];
  /** What the codes mean, for formats that carry it. */
  readonly explain?: (code: string) => Explanation | undefined;
  /** The path of a file in its project, with forward slashes; absolute when it is not in it. */
  readonly projectPath?: (path: string) => string;
  /** Version of heddle. */
  readonly version?: string;
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

/** The path of a file as reports name it: in its project where the caller knows that. */
export function reportedPath(path: string, options: FormatOptions): string {
  return options.projectPath?.(path) ?? path;
}
