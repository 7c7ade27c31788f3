import type { ExternalRouter } from '../../../analysis/forwarding/bgp-sessions.ts';
import type { LabUpstream } from './lab-upstream.ts';

/**
 * Upstreams as a prediction knows them: with all that they announce, wanted or not.
 * @param dead names of those that do not answer.
 */
export function externalsOf(
  upstreams: readonly LabUpstream[],
  dead: ReadonlySet<string> = new Set(),
): ExternalRouter[] {
  return upstreams
    .filter(({ name }) => !dead.has(name))
    .flatMap(({ plan, sessions }) =>
      sessions.map(({ own, wanted, unwanted }) => ({
        address: own.ip,
        asn: plan.section.asn,
        announces: [...wanted, ...unwanted],
      })),
    );
}
