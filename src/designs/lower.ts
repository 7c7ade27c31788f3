import type { Device } from '../device/device.ts';
import type { Plan } from '../plan/plan.ts';
import type { Design } from './design.ts';
import { compareInterfaces } from './draft.ts';
import { addExtraLines } from './extra-lines.ts';
import { startDrafts } from './start-drafts.ts';

/** Lowers a plan without errors to the device model: every layer of the design adds its share. */
export function lowerDevices(plan: Plan, design: Design): Device[] {
  const drafts = startDrafts(plan);
  for (const layer of design.layers) layer.apply(plan, drafts);
  addExtraLines(plan, drafts);
  const devices = [...drafts.switches.values(), ...drafts.servers.values()];
  for (const device of devices) device.interfaces.sort(compareInterfaces);
  return devices;
}
