import type { Paint } from '../../diagnostics/paint.ts';
import { printable } from '../../diagnostics/printable.ts';
import type { Check, Finding, Setting } from '../../lab/state/finding.ts';
import type { LabReport } from '../../lab/test/test-lab.ts';
import { countOf } from '../tally.ts';
import { printFaults } from './print-faults.ts';

/** Titles of what follows from settings. */
const titles: Readonly<Record<Exclude<Check, Setting>, string>> = {
  adjacency: 'OSPF adjacencies',
  session: 'BGP sessions',
  bfd: 'BFD sessions',
  lacp: 'Bonds, as LACP has them',
  route: "Routes in the routers' kernels",
  path: 'Servers that do not reach each other',
  size: 'Servers between which full-size packets do not pass',
  spread: 'Spread over next hops',
  leak: 'Servers that reach what they must not',
  upstream: 'Upstreams, and what they hear of the fabric',
};

/** Most findings of one kind that are printed one by one. */
const mostShown = 20;

function findingLines({ device, subject, predicted, found }: Finding, paint: Paint): string[] {
  return [`  ${device} ${subject}`, `    ${paint.red(`- ${predicted}`)}`, `    ${paint.green(`+ ${found}`)}`];
}

/** What no fault explains, by kind. */
function unexplained(findings: readonly Finding[], paint: Paint): string[] {
  return Object.entries(titles).flatMap(([check, title]) => {
    const all = findings.filter((one) => one.check === check && one.cause === undefined);
    if (all.length === 0) return [];
    const more = all.length - mostShown;
    return [
      `${title}: ${countOf(all.length, 'difference')}`,
      ...all.slice(0, mostShown).flatMap((one) => findingLines(one, paint)),
      ...(more > 0 ? [`  and ${more} more`] : []),
      '',
    ];
  });
}

/** A report for people: first what is set wrongly, then what that does not explain. `-` is what was predicted, `+` what the network does. */
export function printReport(report: LabReport, paint: Paint): string {
  const { findings, settled } = report;
  const faults = printFaults(findings, paint);
  const kinds = [
    ...(faults.length > 0 ? ['Settings that are not as planned:', ...faults, ''] : []),
    ...unexplained(findings, paint),
  ];
  const looked = [
    countOf(report.routers, 'router'),
    countOf(report.adjacencies, 'OSPF neighbour'),
    countOf(report.sessions, 'BGP neighbour'),
    countOf(report.routes, 'route'),
    countOf(report.pairs, 'pair of servers', 'pairs of servers'),
    ...(report.outside > 0 ? [`${report.outside} of servers and hosts outside`] : []),
  ].join(', ');
  const rest =
    settled === undefined ? 'The routes did not become what was predicted.' : `All routes there after ${settled} s.`;
  const verdict =
    findings.length === 0
      ? 'The network does what heddle predicted.'
      : `${countOf(findings.length, 'difference')} from what heddle predicted.`;
  return printable(`${[...kinds, `Compared: ${looked}. ${rest}`, verdict].join('\n')}\n`);
}

/** The same for programs. */
export function reportJson(report: LabReport, notes: readonly string[]): string {
  return `${JSON.stringify({ version: 1, ...report, notes }, undefined, 2)}\n`;
}
