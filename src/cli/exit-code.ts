/** What the exit code of a run means. */
export const exitCode = {
  done: 0,
  /** Diagnostics of severity error, or `--check` found a difference. */
  problems: 1,
  /** Wrong usage, or the environment does not let heddle work. */
  usage: 2,
  /** `plan --detailed-exitcode` found changes. */
  changes: 2,
  /** A bug in heddle. */
  bug: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
