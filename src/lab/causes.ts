import type { Finding } from './finding.ts';

/** The far end of a router's interface, as `<device> <interface>`; undefined where no router is there. */
export type FarEnd = (device: string, link: string) => string | undefined;

const isRoot = ({ check }: Finding): boolean => check === 'interface' || check === 'ospf';

function tell({ device, subject, predicted, found }: Finding): string {
  return `${device} ${subject} has ${found}, planned ${predicted}`;
}

/** Interface of the finding's device that a finding is about; undefined for other subjects. */
function linkOf({ check, subject }: Finding): string | undefined {
  return check === 'adjacency' ? subject.replace(/^v[23] /, '') : undefined;
}

const linksOf = (hops: string): string[] => hops.split(', ').map((hop) => hop.split(' ')[0] ?? '');

/** Interfaces of next hops that one side of a route's difference has and the other has not. */
function disputed({ predicted, found }: Finding): string[] {
  const [own, seen] = [linksOf(predicted), linksOf(found)];
  return [...own.filter((name) => !seen.includes(name)), ...seen.filter((name) => !own.includes(name))];
}

/**
 * Adds to each finding what explains it: a wrong setting at either end of its cable, or, for what goes over several
 * hops, the wrong settings of the fabric, if there are few of them.
 */
export function explain(findings: readonly Finding[], farEnd: FarEnd): Finding[] {
  const roots = findings.filter(isRoot);
  const at = new Map(roots.toReversed().map((one) => [`${one.device} ${one.subject}`, one]));
  const rootOf = (device: string, link: string): Finding | undefined => {
    const far = farEnd(device, link);
    return at.get(`${device} ${link}`) ?? (far === undefined ? undefined : at.get(far));
  };
  const few = new Set(roots.map(({ device, subject }) => `${device} ${subject}`)).size <= 2;
  return findings.map((finding): Finding => {
    if (isRoot(finding)) return finding;
    const link = linkOf(finding);
    const links = link === undefined ? (finding.check === 'route' ? disputed(finding) : []) : [link];
    const near = links.flatMap((one) => rootOf(finding.device, one) ?? []).slice(0, 1);
    const causes = near.length > 0 || link !== undefined || !few ? near : roots;
    return causes.length > 0 ? { ...finding, cause: causes.map(tell).join('; ') } : finding;
  });
}
