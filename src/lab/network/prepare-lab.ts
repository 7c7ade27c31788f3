import { availableParallelism } from 'node:os';
import type { Device } from '../../device/device.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';

import type { Fabric } from '../../fabric/fabric.ts';
import type { Wiring } from '../host/kernel.ts';
import { checkCapabilities } from '../../pipeline/capabilities.ts';
import { type LabCables, labCables } from './cables.ts';
import { type Cut, leftOut } from './cut.ts';
import { linuxDevices } from './linux-devices.ts';
import { slowBfd } from './slow-bfd.ts';
import { withoutUnusedPorts } from './unused-ports.ts';
import { unmetNeeds } from './needs.ts';
import { wiringNotes } from './wiring-notes.ts';
import { type LabUpstream, labUpstreams } from './upstreams/lab-upstream.ts';

/** A compiled topology as a lab runs it. */
export interface LabPlan {
  readonly plan: Plan;
  /** Devices of the whole fabric. */
  readonly devices: readonly Device[];
  /** Those that the lab runs. */
  readonly running: readonly Device[];
  /** Names of the others. */
  readonly leftOut: ReadonlySet<string>;
  /** Routers outside the fabric, each where its switch runs. */
  readonly upstreams: readonly LabUpstream[];
  readonly wiring: Wiring;
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
export function prepareLab(
  fabric: Fabric,
  plan: Plan,
  compiled: readonly Device[],
  cut: Cut,
  wiring: Wiring = 'plain',
): LabPlan {
  const linux = linuxDevices(compiled, wiring);
  const { devices: whole, notes } =
    availableParallelism() > 1 ? { devices: linux.devices, notes: [] } : slowBfd(linux.devices);
  const out = leftOut(whole, cut);
  const devices = withoutUnusedPorts(whole, out);
  const running = devices.filter(({ name }) => !out.has(name));
  const upstreams = labUpstreams(plan, running);
  const cables = labCables(
    running,
    wiring,
    upstreams.map(({ cable }) => cable),
  );
  const switches = running.filter(({ kind }) => kind === 'switch');
  return {
    plan,
    devices,
    running,
    leftOut: out,
    upstreams,
    wiring,
    cables,
    notes: [
      ...linux.notes,
      ...notes,
      ...(out.size > 0
        ? [
            `a cut: ${out.size} of ${devices.length} devices are left out, as if they had no power, and with them the switches' bridged ports to them`,
          ]
        : []),
      ...wiringNotes(wiring, running, cables),
      ...(upstreams.length > 0
        ? [`upstreams: ${upstreams.map(({ name }) => name).join(', ')}, routers with FRR and settings of the lab's own`]
        : []),
    ],
    // No Linux target has MLAG: a lab with real bonds makes its pairs itself, and for any other it is an unmet need.
    diagnostics: checkCapabilities(fabric, whole, ['mlag']),
    unmet: unmetNeeds(switches, wiring),
  };
}
