import type { LabUpstream } from '../network/upstreams/lab-upstream.ts';
import { directionsOf, keysOf, shutScenarios } from './link-scenarios.ts';
import type { Scenario } from './scenario.ts';

/** What happens to a router outside the fabric, which has one cable to it. */
export function upstreamScenarios({ name, cable }: LabUpstream): Scenario[] {
  return [
    ...shutScenarios('upstream', cable),
    {
      kind: 'upstream',
      name: `upstream ${name}: hang`,
      act: { type: 'silence', directions: directionsOf(cable) },
      failures: { silent: keysOf(cable) },
      devices: cable.map(({ device }) => device),
    },
  ];
}
