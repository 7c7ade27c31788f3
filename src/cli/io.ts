/** An output of the process; `process.stdout` is one. */
export interface Stream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** All that a run of the command line touches besides files; `process` is one. */
export interface Io {
  /** For results. */
  readonly stdout: Stream;
  /** For progress and errors. */
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
}
