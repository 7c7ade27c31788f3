import type { Allocations, Plan } from '../../../plan/plan.ts';
import type { Device } from '../../../device/device.ts';
import type { AddressChanges, CableChanges, DeviceChanges } from '../fabric-change.ts';
import type { Inventory } from '../inventory.ts';
import type { ChangedPorts } from './server-ports.ts';
import type { ChangedSettings } from './settings.ts';

/** All that the impact is worked out from. */
export interface Comparison {
  readonly past: Inventory;
  readonly present: Inventory;
  /** Allocations of the earlier build, under the names that devices have now; empty where there are none. */
  readonly before: Allocations;
  readonly plan: Plan;
  readonly plannedDevices: readonly Device[];
  readonly devices: DeviceChanges;
  readonly cables: CableChanges;
  readonly addresses: AddressChanges;
  /** Devices whose config says something else than before. */
  readonly reconfigured: ReadonlySet<string>;
  readonly changedPorts: ChangedPorts;
  readonly settings: ChangedSettings;
}
