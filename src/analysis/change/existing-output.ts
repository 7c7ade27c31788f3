/** The output of an earlier build, read file by file. */
export interface ExistingOutput {
  /** Paths of heddle's files in it, below the folder of the fabric. */
  readonly paths: ReadonlySet<string>;
  /** Text of one of them; undefined when it is not there. */
  readonly read: (path: string) => string | undefined;
}

/** No output at all. */
export const noOutput: ExistingOutput = { paths: new Set(), read: () => undefined };
