import type { Paint } from '../../diagnostics/paint.ts';
import { groupBy } from '../../fabric/group-by.ts';
import { faultOf, tell } from '../../lab/state/causes.ts';
import { type Check, type Finding, isSetting } from '../../lab/state/finding.ts';
import { countOf, tally } from '../tally.ts';

/** Most places of one fault that are named. */
const mostPlaces = 8;

/** What a finding is called in a count: one, and more. */
const words: Readonly<Record<Check, readonly [string, string]>> = {
  interface: ['interface', 'interfaces'],
  ospf: ['OSPF setting', 'OSPF settings'],
  process: ['setting of a protocol', 'settings of protocols'],
  neighbour: ['BGP setting', 'BGP settings'],
  origin: ['prefix not announced', 'prefixes not announced'],
  bond: ['bond', 'bonds'],
  adjacency: ['OSPF adjacency', 'OSPF adjacencies'],
  session: ['BGP session', 'BGP sessions'],
  bfd: ['BFD session', 'BFD sessions'],
  lacp: ["bond's state", "bonds' states"],
  route: ['route', 'routes'],
  path: ['pair of servers without an answer', 'pairs of servers without an answer'],
  size: [
    'pair of servers between which full-size packets are lost',
    'pairs of servers between which full-size packets are lost',
  ],
  spread: ['spread over next hops', 'spreads over next hops'],
  leak: ['leak', 'leaks'],
  upstream: ["upstream's finding", "upstreams' findings"],
};

/** Whether a finding is a fault: a wrong setting that nothing else explains. */
export function isFault(one: Finding): boolean {
  return isSetting(one) && one.cause === undefined;
}

function explainedText(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const counts = [...tally(findings.map(({ check }) => check))].map(([check, count]) =>
    countOf(count, ...words[check as Check]),
  );
  const [first] = findings;
  const probably = first?.cause?.startsWith('probably ') === true && findings.length === 1 ? 'probably ' : '';
  const example = first ? `, such as ${first.device} ${first.subject}: ${first.found}, planned ${first.predicted}` : '';
  return [`    ${probably}explains ${counts.join(', ')}${example}`];
}

/** Faults with what they explain; the same fault in many places is told once. */
export function printFaults(findings: readonly Finding[], paint: Paint): string[] {
  const faults = groupBy(findings.filter(isFault), faultOf);
  return [...faults.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const told = new Set(all.map(tell));
    const explained = findings.filter(({ cause }) => cause !== undefined && told.has(cause.replace(/^probably /, '')));
    const places = all.slice(0, mostPlaces).map(({ device, subject }) => `${device} ${subject}`);
    const more = all.length - places.length;
    return [
      `  ${paint.bold(places.join(', '))}${more > 0 ? ` and ${more} more` : ''}`,
      `    ${paint.red(`- ${first.predicted}`)}`,
      `    ${paint.green(`+ ${first.found}`)}`,
      ...explainedText(explained),
    ];
  });
}
