import type { Allocations, Plan } from '../../../plan/plan.ts';
import type { ExistingOutput } from '../existing-output.ts';
import type { Inventory } from '../inventory.ts';
import { inventoryOfAllocations } from './lock-inventory.ts';
import type { Naming } from './naming.ts';
import { inventoryOfOutput } from './output-inventory.ts';

function over<Fact>(lower: ReadonlyMap<string, Fact>, upper: ReadonlyMap<string, Fact>): Map<string, Fact> {
  return new Map([...lower, ...upper]);
}

/**
 * What was: the lock says what was given to whom, the output of the earlier build the rest.
 * @param before under the names of now; so are the files of the output.
 */
export function inventoryOfPast(
  before: Allocations,
  existing: ExistingOutput,
  naming: Naming,
  plan: Plan,
  present: Inventory,
): Inventory {
  const known = before.size === 0 ? plan.allocations : before;
  const vrfs = [...known].flatMap(([key, vlan]) =>
    key.startsWith('vlan/vrf-') ? [[vlan, key.slice('vlan/vrf-'.length)] as const] : [],
  );
  const output = inventoryOfOutput(existing, naming, new Map(vrfs));
  const lock = inventoryOfAllocations(before, plan, present, output);
  return {
    devices: over(output.devices, lock.devices),
    cables: over(output.cables, lock.cables),
    addresses: over(output.addresses, lock.addresses),
    subnets: over(output.subnets, lock.subnets),
  };
}
