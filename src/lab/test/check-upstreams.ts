import type { Forwarding } from '../../analysis/forwarding/fib.ts';
import { formatIp } from '../../ip/index.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { LabUpstream } from '../network/upstreams/lab-upstream.ts';
import type { Finding } from '../state/finding.ts';

/** AS paths by prefix, each as `64500 65000`. */
type Heard = ReadonlyMap<string, string>;

interface Answer {
  readonly routes?: Readonly<Record<string, readonly { readonly path?: string }[]>>;
}

/** What an upstream heard on one session. */
export async function heardBy(lab: Namespaces, upstream: string, peer: string): Promise<Heard> {
  const family = peer.includes(':') ? 'ipv6' : 'ipv4';
  const command = `show bgp ${family} unicast neighbors ${peer} routes json`;
  const { stdout } = await lab.try(['vtysh', '-N', upstream, '-c', command], { device: upstream });
  let answer: Answer;
  try {
    answer = JSON.parse(stdout) as Answer;
  } catch {
    // It has no such session.
    return new Map();
  }
  return new Map(Object.entries(answer.routes ?? {}).map(([prefix, [route]]) => [prefix, route?.path ?? '']));
}

const pathText = (path: string | undefined): string =>
  path === undefined ? 'not announced' : `announced by AS ${path}`;

/** Compares what upstreams hear from the fabric with what its policies let out: the planned aggregates and nothing else. */
export async function checkUpstreams(
  lab: Namespaces,
  upstreams: readonly LabUpstream[],
  { heardOutside }: Forwarding,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, sessions } of upstreams) {
    for (const { own, peer } of sessions) {
      const seen = await heardBy(lab, name, formatIp(peer));
      const predicted = heardOutside.get(formatIp(own.ip)) ?? new Map<string, readonly number[]>();
      for (const prefix of [...new Set([...predicted.keys(), ...seen.keys()])].toSorted()) {
        const [planned, found] = [pathText(predicted.get(prefix)?.join(' ')), pathText(seen.get(prefix))];
        if (planned === found) continue;
        findings.push({ check: 'upstream', device: name, subject: prefix, predicted: planned, found });
      }
    }
  }
  return findings;
}
