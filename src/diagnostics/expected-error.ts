/**
 * An environment or I/O failure with a message for the user (exit code 2): no stack trace is printed.
 * Mistakes in the user's files are diagnostics instead; anything else thrown is a bug in heddle.
 */
export class ExpectedError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'ExpectedError';
    this.hint = options.hint;
  }
}
