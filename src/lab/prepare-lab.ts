import type { Device } from '../device/device.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';

import type { Fabric } from '../fabric/fabric.ts';
import { checkCapabilities } from '../pipeline/capabilities.ts';
import { type LabCables, labCables } from './cables.ts';
import { type Cut, leftOut } from './cut.ts';
import { linuxDevices } from './linux-devices.ts';
import { unmetNeeds } from './needs.ts';

/** A compiled topology as a lab runs it. */
export interface LabPlan {
  readonly plan: Plan;
  /** Devices of the whole fabric. */
  readonly devices: readonly Device[];
  /** Those that the lab runs. */
  readonly running: readonly Device[];
  /** Names of the others. */
  readonly leftOut: ReadonlySet<string>;
  readonly cables: LabCables;
  /** What differs from the fabric that the file describes. */
  readonly notes: readonly string[];
  /** What the target of labs cannot express. */
  readonly diagnostics: readonly Diagnostic[];
  /** What of the fabric namespaces cannot run. */
  readonly unmet: readonly string[];
}

/**
 * Turns the devices of a compilation into those of a lab.
 * @throws ExpectedError where the cut names what is not there.
 */
export function prepareLab(fabric: Fabric, plan: Plan, compiled: readonly Device[], cut: Cut): LabPlan {
  const { devices, notes } = linuxDevices(compiled);
  const out = leftOut(devices, cut);
  const running = devices.filter(({ name }) => !out.has(name));
  const cables = labCables(running);
  const switches = running.filter(({ kind }) => kind === 'switch');
  const bonds = running.some(({ interfaces }) => interfaces.some(({ kind }) => kind === 'lag'));
  const tagged = running.some(({ interfaces }) => interfaces.some(({ kind }) => kind === 'sub'));
  return {
    plan,
    devices,
    running,
    leftOut: out,
    cables,
    notes: [
      ...notes,
      ...(out.size > 0
        ? [`a cut: ${out.size} of ${devices.length} devices are left out, as if they had no power`]
        : []),
      'interfaces: the intent of the generated files through iproute2; ifupdown2 itself needs VRFs and VLAN-aware bridges',
      'left out: management ports and their VRF, storm control, guards of spanning tree, DHCP relays',
      ...(bonds ? [`bonds: each is its first member; ${cables.unwired.size / 2} cables are left out`] : []),
      ...(tagged ? ['tagged VLANs: each is a virtual cable of its own'] : []),
      ...(cables.outside.length > 0
        ? [`upstreams: nobody answers on their ${cables.outside.length} ports, which have a link`]
        : []),
    ],
    diagnostics: checkCapabilities(fabric, devices),
    unmet: unmetNeeds(switches),
  };
}
