import type { FailureReport } from '../../lab/fail-lab.ts';
import { type Loss, packetInterval } from '../../lab/flows.ts';
import { printable } from '../../diagnostics/printable.ts';
import { countOf } from '../tally.ts';

const columns = ['failure', 'flows hit', 'worst flow', 'still cut', 'on recovery', 'still cut', 'routes as predicted'];

const gap = ({ longestGap }: Loss): string => `${longestGap} ms`;

function row({ scenario, loss, recoveryLoss, findings }: FailureReport): string[] {
  return [
    scenario,
    `${loss.affected}/${loss.flows}`,
    gap(loss),
    String(loss.cut),
    gap(recoveryLoss),
    String(recoveryLoss.cut),
    findings.length === 0 ? 'yes' : `no: ${countOf(findings.length, 'difference')}`,
  ];
}

/** True where a failure left flows cut, or routers were not as predicted. */
export function isBad({ loss, recoveryLoss, findings }: FailureReport): boolean {
  return loss.cut > 0 || recoveryLoss.cut > 0 || findings.length > 0;
}

/** A table of failures, and the first differences of each. */
export function printFailures(reports: readonly FailureReport[]): string {
  const rows = [columns, ...reports.map(row)];
  const widths = columns.map((_, index) => Math.max(...rows.map((cells) => cells[index]?.length ?? 0)));
  const table = rows.map((cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const differences = reports.flatMap(({ scenario, findings }) =>
    findings
      .slice(0, 5)
      .map((one) => `${scenario}: ${one.device} ${one.subject}: predicted ${one.predicted}, found ${one.found}`),
  );
  const note = `Round trips of UDP packets, each flow one in ${packetInterval} ms; the worst flow is the longest run of lost packets.`;
  return printable(`${[...table, ...differences, note].join('\n')}\n`);
}

/** The same for programs. */
export function failuresJson(reports: readonly FailureReport[], notes: readonly string[]): string {
  return `${JSON.stringify({ version: 1, failures: reports, notes }, undefined, 2)}\n`;
}
