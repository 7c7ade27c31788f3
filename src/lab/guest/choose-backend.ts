import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { Backend } from '../host/lab-record.ts';
import type { LabProgram } from '../host/programs.ts';

/** What decides where a lab runs. */
export interface BackendChoice {
  readonly wish: Backend | 'auto';
  /** True where heddle runs in a guest already. */
  readonly inGuest: boolean;
  /** What of the fabric the namespaces of the running kernel cannot run, a message each. */
  readonly unmet: readonly string[];
  /** Programs of a guest that are not installed. */
  readonly missing: readonly LabProgram[];
}

/**
 * Where a lab runs: in the running kernel where that can, else in a guest.
 * @throws ExpectedError where what is wished for, or both, cannot.
 */
export function chooseBackend({ wish, inGuest, unmet, missing }: BackendChoice): Backend {
  const install = `on Debian: apt-get install ${missing.map((one) => one.package).join(' ')}`;
  const [first] = unmet;
  if (wish === 'namespaces' || inGuest) {
    if (first === undefined) return 'namespaces';
    throw new ExpectedError(first, inGuest ? {} : { hint: '--backend uml runs it in a kernel that has it' });
  }
  if (wish === 'auto' && first === undefined) return 'namespaces';
  if (missing.length === 0) return 'uml';
  if (wish === 'auto') {
    throw new ExpectedError(first ?? '', { hint: `user-mode-linux runs it; ${install}` });
  }
  throw new ExpectedError(`A guest needs ${missing.map(({ program }) => program).join(' and ')}`, { hint: install });
}
