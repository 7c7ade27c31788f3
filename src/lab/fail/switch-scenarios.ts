import { type Cable, directionsOf } from './link-scenarios.ts';
import type { Scenario } from './scenario.ts';

/**
 * What happens to a whole switch.
 * @param cables all cables of the lab.
 */
export function switchScenarios(device: string, cables: readonly Cable[]): Scenario[] {
  const own = cables.filter((cable) => cable.some((end) => end.device === device));
  const base = { devices: [device] };
  const mute = { mute: new Set([device]) };
  return [
    {
      ...base,
      kind: 'power',
      name: `switch ${device}: power off`,
      act: { type: 'power', device },
      failures: { devices: new Set([device]) },
    },
    {
      ...base,
      kind: 'hang',
      name: `switch ${device}: hang`,
      act: { type: 'silence', directions: own.flatMap(directionsOf), hung: device },
      failures: mute,
    },
    {
      ...base,
      kind: 'daemons',
      name: `switch ${device}: daemons killed`,
      act: { type: 'daemons', device },
      failures: mute,
    },
  ];
}
