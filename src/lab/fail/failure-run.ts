import type { Cut } from '../network/cut.ts';
import type { Finding } from '../state/finding.ts';
import type { FailureReport } from './fail-lab.ts';
import type { KindSummary } from './kind-summary.ts';
import type { Timers } from './timers.ts';

/** Version of what is stored of a run. */
export const runVersion = 3;

/**
 * A run of failures, as it is printed in JSON, and compared with a later one. All times are in milliseconds but those
 * that say otherwise.
 */
export interface FailureRun {
  readonly version: typeof runVersion;
  /** When it began, in ISO 8601. */
  readonly since: string;
  /** Release of the kernel that the lab ran in (`uname -r`). */
  readonly kernel: string;
  /** Version of FRR, as zebra tells it. */
  readonly frr: string;
  /** Name of the fabric, and of its design. */
  readonly fabric: string;
  readonly design: string;
  readonly cut: Cut;
  /** Devices that ran. */
  readonly switches: number;
  readonly servers: number;
  /** Time between two packets of a flow. */
  readonly packetInterval: number;
  readonly timers: Timers;
  /** Seconds until the kernels had the predicted routes: of a lab that was started for the run, since its last device was. */
  readonly converged?: number;
  readonly failures: readonly FailureReport[];
  /** Failures that could not be made, and why. */
  readonly unmade: readonly { readonly scenario: string; readonly reason: string }[];
  readonly kinds: readonly KindSummary[];
  /** Where routers differ from the prediction when all is mended: interfaces, neighbours and routes. */
  readonly rest: readonly Finding[];
  /** What of the fabric the lab does otherwise. */
  readonly notes: readonly string[];
}
