import type { SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import { targetByName } from '../../pipeline/registries.ts';
import type { Operations } from '../../targets/target.ts';
import { type OutsideSessions, outsideSessions } from './outside-sessions.ts';
import type { ExpansionInput } from './steps.ts';
import type { Wiring } from './wiring.ts';

/** The model of a switch, and the commands of its system. */
export interface KnownSwitch {
  readonly device: SwitchDevice;
  readonly operations: Operations;
}

/** Looks switches up by name; one that is no longer in the file is taken to be like those of its tier. */
export interface KnownSwitches {
  readonly nodeOf: (name: string) => SwitchNode | undefined;
  /** Absent where nothing is like it, or its system has no commands to offer. */
  readonly knownOf: (name: string) => KnownSwitch | undefined;
  readonly outside: OutsideSessions;
}

export function knownSwitches({ plan, devices }: Pick<ExpansionInput, 'plan' | 'devices'>, old: Wiring): KnownSwitches {
  const { switches } = plan.fabric;
  const nodes = new Map(switches.map((node) => [node.name, node]));
  const likeness = new Map(switches.toReversed().map((node) => [node.role, node]));
  const models = new Map(devices.flatMap((one) => (one.kind === 'switch' ? [[one.name, one] as const] : [])));
  const nodeOf = (name: string): SwitchNode | undefined => {
    const gone = old.switches.get(name);
    return nodes.get(name) ?? (gone ? likeness.get(gone.role) : undefined);
  };
  return {
    nodeOf,
    outside: outsideSessions(devices),
    knownOf(name) {
      const device = models.get(nodeOf(name)?.name ?? '');
      const operations = device && targetByName.get(device.os)?.operations;
      return operations ? { device, operations } : undefined;
    },
  };
}
