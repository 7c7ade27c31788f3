import type { Failures } from '../analysis/forwarding/routers.ts';
import type { Device } from '../device/device.ts';
import type { CableEnd, LabCables } from './cables.ts';

/** Something that breaks. */
export type Scenario =
  | { readonly kind: 'link'; readonly name: string; readonly ends: readonly [CableEnd, CableEnd] }
  | { readonly kind: 'switch'; readonly name: string; readonly device: string };

/** Each cable between switches, and each switch of a lab. */
export function scenariosOf(running: readonly Device[], { wired }: LabCables): Scenario[] {
  const switches = new Set(running.filter(({ kind }) => kind === 'switch').map(({ name }) => name));
  return [
    ...wired
      .filter((ends) => ends.every(({ device }) => switches.has(device)))
      .map((ends): Scenario => {
        const [a, z] = ends;
        return { kind: 'link', name: `link ${a.device} ${a.link} - ${z.device} ${z.link}`, ends };
      }),
    ...[...switches].map((device): Scenario => ({ kind: 'switch', name: `switch ${device}`, device })),
  ];
}

/** Failures of the fabric with a scenario on top of those that are there anyway. */
export function failuresWith(scenario: Scenario, { devices = new Set(), cables = new Set() }: Failures): Failures {
  return scenario.kind === 'switch'
    ? { devices: new Set([...devices, scenario.device]), cables }
    : { devices, cables: new Set([...cables, ...scenario.ends.map(({ device, port }) => `${device} ${port}`)]) };
}
