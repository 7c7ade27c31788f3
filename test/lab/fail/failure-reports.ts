import type { FailureReport } from '../../../src/lab/fail/fail-lab.ts';
import { type FailureRun, runVersion } from '../../../src/lab/fail/failure-run.ts';
import { summariseKinds } from '../../../src/lab/fail/kind-summary.ts';
import { type Loss, summarise } from '../../../src/lab/fail/loss.ts';

const noLoss: Loss = summarise([]);

/** A report of a failure without a loss. */
export function report(scenario: string, more: Partial<FailureReport> & { longest?: number; cut?: number } = {}) {
  const { longest = 0, cut = 0, ...rest } = more;
  return {
    scenario,
    kind: 'link',
    loss: { ...noLoss, flows: 8, longest, cut },
    recoveryLoss: noLoss,
    settled: 1,
    recovered: 1,
    unsteady: false,
    findings: [],
    ...rest,
  } satisfies FailureReport;
}

/** A run with some reports. */
export function runOf(failures: readonly FailureReport[], more: Partial<FailureRun> = {}): FailureRun {
  return {
    version: runVersion,
    unmade: [],
    since: '2026-01-01T00:00:00.000Z',
    kernel: '6.1.0',
    frr: '8.4.4',
    fabric: 'small',
    design: 'l3-ebgp',
    cut: {},
    switches: 4,
    servers: 4,
    packetInterval: 5,
    timers: { bfd: ['100x3'], ospf: [], bgp: ['3/9'], spf: [], startup: 0 },
    failures,
    kinds: summariseKinds(failures),
    rest: [],
    notes: [],
    ...more,
  };
}
