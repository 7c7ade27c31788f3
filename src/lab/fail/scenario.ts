import type { Failures } from '../../analysis/forwarding/routers.ts';
import type { CableEnd } from '../network/cables.ts';

/**
 * Kinds of failures. link: a port is shut, carrier is lost. silent: carrier stays, packets are lost, in one direction or
 * both. power: a switch without power. hang: a switch with carrier on its ports that passes nothing on and says nothing.
 * daemons: a switch without routing protocols, whose kernel forwards on. nic: a member of a server's bond. peer-link: all
 * cables between two switches that are one to servers (MLAG). upstream: a router outside the fabric, or the cable to it.
 */
export const scenarioKinds = ['link', 'silent', 'power', 'hang', 'daemons', 'nic', 'peer-link', 'upstream'] as const;

export type ScenarioKind = (typeof scenarioKinds)[number];

/** A direction of a cable. */
export interface Direction {
  readonly from: CableEnd;
  readonly to: CableEnd;
}

/** What is done to the lab. */
export type Act =
  | { readonly type: 'shut'; readonly ends: readonly CableEnd[] }
  /** `hung`: a switch of which the MLAG agent, too, does nothing. */
  | { readonly type: 'silence'; readonly directions: readonly Direction[]; readonly hung?: string }
  | { readonly type: 'power'; readonly device: string }
  | { readonly type: 'daemons'; readonly device: string };

/** Something that breaks. */
export interface Scenario {
  readonly kind: ScenarioKind;
  readonly name: string;
  readonly act: Act;
  /** What the fabric has to do without, once it has noticed. */
  readonly failures: Failures;
  /** Devices whose neighbours have to notice: both ends of a cable, or the switch. */
  readonly devices: readonly string[];
}

const union = (a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): ReadonlySet<string> =>
  new Set([...a, ...b]);

/** What is missing in a scenario, on top of what is missing anyway. */
export function failuresWith({ failures }: Scenario, usual: Failures): Failures {
  return {
    devices: union(usual.devices, failures.devices),
    cables: union(usual.cables, failures.cables),
    mute: union(usual.mute, failures.mute),
    silent: union(usual.silent, failures.silent),
  };
}
