import type { FailureReport } from '../../../src/lab/fail/fail-lab.ts';
import { type FailureRun, runVersion } from '../../../src/lab/fail/failure-run.ts';
import { summariseKinds } from '../../../src/lab/fail/kind-summary.ts';
import type { Loss } from '../../../src/lab/fail/loss.ts';

/** Loss of four flows, the worst of which was cut for so many milliseconds. */
export function lossOf(longest: number, cut = 0): Loss {
  return {
    flows: 4,
    affected: longest > 0 ? 1 : 0,
    lostPackets: longest / 5,
    lostThere: longest / 5,
    lostBack: 0,
    longest,
    outages: longest > 0 ? 1 : 0,
    cut,
    reordered: 0,
    duplicates: 0,
    pause: 0,
    overrun: 0,
  };
}

/** What a failure did. */
export function reportOf(
  kind: FailureReport['kind'],
  scenario: string,
  outage: number,
  more: Partial<FailureReport> = {},
): FailureReport {
  return {
    scenario,
    kind,
    loss: lossOf(outage),
    recoveryLoss: lossOf(0),
    settled: 1,
    recovered: 1,
    unsteady: false,
    findings: [],
    ...more,
  };
}

/** A run of such failures. */
export function runOf(design: string, failures: readonly FailureReport[], more: Partial<FailureRun> = {}): FailureRun {
  return {
    version: runVersion,
    unmade: [],
    since: '2026-01-01T00:00:00.000Z',
    kernel: '6.1.0',
    frr: '8.4.4',
    fabric: 'f',
    design,
    cut: {},
    switches: 4,
    servers: 4,
    packetInterval: 5,
    timers: { bfd: ['100x3'], ospf: ['10/40'], bgp: [], spf: [], startup: 60 },
    converged: 12.5,
    failures,
    kinds: summariseKinds(failures),
    rest: [],
    notes: ['a note'],
    ...more,
  };
}
