/** Runs what may fail: a mistake in it is told, and costs no more than its one answer. */
export type Guard = <Value>(what: string, fallback: Value, run: () => Value) => Value;

/** A guard that tells what went wrong to `log`. */
export function guardWith(log: (message: string) => void): Guard {
  return (what, fallback, run) => {
    try {
      return run();
    } catch (error) {
      log(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
}
