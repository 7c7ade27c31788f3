import { type Finding, isSetting } from './finding.ts';
import type { Relations } from './relations.ts';

/** A finding in words. */
export function tell({ check, device, subject, predicted, found }: Finding): string {
  const what = check === 'neighbour' ? 'BGP neighbour ' : check === 'origin' ? 'prefix ' : '';
  const verb = check === 'origin' || predicted === 'up' ? 'is' : 'has';
  return `${device} ${what}${subject} ${verb} ${found}, planned ${predicted}`;
}

/** What is wrong, wherever it is: findings with the same fault are likely to have one reason. */
export function faultOf({ check, subject, predicted, found }: Finding): string {
  return [check, check === 'process' ? subject : '', predicted, found].join('\n');
}

const placeOf = ({ device, subject }: Finding): string => `${device} ${subject}`;

const linksOf = (hops: string): string[] => hops.split(', ').map((hop) => hop.split(' ')[0] ?? '');

/** Interfaces of next hops that one side of a route's difference has and the other has not. */
function disputed({ predicted, found }: Finding): string[] {
  const [own, seen] = [linksOf(predicted), linksOf(found)];
  return [...own.filter((name) => !seen.includes(name)), ...seen.filter((name) => !own.includes(name))];
}

/** What a finding hangs on, as relations name it. */
function thingsOf(finding: Finding): string[] {
  const { check, device, subject } = finding;
  switch (check) {
    case 'session':
      return [`${device} ${subject.replace(/ ipv[46]$/, '')}`];
    case 'route':
      return [subject, ...disputed(finding).map((link) => `${device} ${link}`)];
    default:
      return [placeOf(finding)];
  }
}

/** Wrong settings by where they are; what comes first in the list counts. */
function byPlace(findings: readonly Finding[]): Map<string, Finding> {
  return new Map(findings.toReversed().map((one) => [placeOf(one), one]));
}

/** Wrong settings that a thing hangs on. */
function near(thing: string, roots: ReadonlyMap<string, Finding>, relations: Relations): Finding[] {
  return [...new Set([thing, ...(relations.get(thing) ?? [])])].flatMap((place) => roots.get(place) ?? []);
}

/** The setting that led to another: a port has no carrier where the far one is down; a prefix is not announced without its interface. */
function leadsTo(one: Finding, others: readonly Finding[]): Finding | undefined {
  if (one.check === 'interface' && one.found === 'no carrier')
    return others.find((other) => other.device !== one.device && other.found === 'down');
  if (one.check === 'origin')
    return others.find(({ device, check }) => device === one.device && (check === 'interface' || check === 'process'));
  return undefined;
}

function explainer(findings: readonly Finding[], relations: Relations): (one: Finding) => string | undefined {
  const settings = findings.filter(isSetting);
  const wrong = byPlace(settings);
  const led = new Map(
    settings.flatMap((one) => {
      const by = leadsTo(one, near(placeOf(one), wrong, relations));
      return by ? [[one, by] as const] : [];
    }),
  );
  const roots = settings.filter((one) => !led.has(one));
  const rootsAt = byPlace(roots);
  const [first] = roots;
  const onlyOne = new Set(roots.map(faultOf)).size === 1 || new Set(roots.map(placeOf)).size === 1;
  return (one) => {
    if (roots.includes(one)) return undefined;
    const cause = led.get(one) ?? thingsOf(one).flatMap((thing) => near(thing, rootsAt, relations))[0];
    if (cause) return tell(cause);
    // What goes over several hops hangs on much: a single fault is told, of several none stands out.
    return first && onlyOne ? `probably ${tell(first)}` : undefined;
  };
}

const rank = (one: Finding): number => (one.cause !== undefined ? 2 : isSetting(one) ? 0 : 1);

/**
 * Adds to each finding what explains it, and puts first what nothing explains: wrong settings by how much they explain,
 * then the rest.
 */
export function explain(findings: readonly Finding[], relations: Relations): Finding[] {
  const causeOf = explainer(findings, relations);
  const all = findings.map((one): Finding => {
    const cause = causeOf(one);
    return cause === undefined ? one : { ...one, cause };
  });
  const weight = new Map<string, number>();
  for (const { cause } of all) if (cause !== undefined) weight.set(cause, (weight.get(cause) ?? 0) + 1);
  const explained = (one: Finding): number => (rank(one) === 0 ? (weight.get(tell(one)) ?? 0) : 0);
  return all.toSorted((a, z) => rank(a) - rank(z) || explained(z) - explained(a));
}
