import type { AddressChanges, CableChanges, FileChange, DeviceChanges, SubnetChange } from '../fabric-change.ts';
import type { CableEnd, CableFact, Inventory } from '../inventory.ts';
import { compareMaps } from './compare-maps.ts';

/** Whether an end of a switch is in another port. A NIC is where it was: its number is part of the link's id. */
function isMoved(before: CableEnd, after: CableEnd): boolean {
  if (after.neutral === undefined) return false;
  return before.neutral === undefined ? before.port !== after.port : before.neutral !== after.neutral;
}

function movedEnds(before: CableFact, after: CableFact): { before: CableEnd; after: CableEnd }[] {
  return (['a', 'z'] as const)
    .map((side) => ({ before: before[side], after: after[side] }))
    .filter((end) => isMoved(end.before, end.after));
}

/** Cables that are laid, pulled, moved, or run at another speed. */
export function compareCables(before: Inventory, after: Inventory): CableChanges {
  const { added, removed, kept } = compareMaps(before.cables, after.cables);
  const moved = kept.flatMap((cable) => {
    const ends = movedEnds(cable.before, cable.after);
    return ends.length === 0 ? [] : [{ cable: cable.after, ends }];
  });
  const speeds = kept.flatMap((cable) => {
    const [old, now] = [cable.before.speed, cable.after.speed];
    return old === undefined || now === undefined || old === now
      ? []
      : [{ cable: cable.after, before: old, after: now }];
  });
  return { added, removed, moved, speeds };
}

/** Addresses that came, went, or are others than they were. */
export function compareAddresses(before: Inventory, after: Inventory): AddressChanges {
  const { added, removed, kept } = compareMaps(before.addresses, after.addresses);
  const changed = kept.filter((one) => one.before.address !== one.after.address);
  return { added, removed, changed };
}

/** Subnets of racks that came, went, or are others than they were. */
export function compareSubnets(before: Inventory, after: Inventory): SubnetChange[] {
  const keys = new Set([...after.subnets.keys(), ...before.subnets.keys()]);
  return [...keys].flatMap((key) => {
    const [old, now] = [before.subnets.get(key), after.subnets.get(key)];
    if (old === now) return [];
    const [network = '', rack = ''] = key.split('/');
    return [
      { network, rack, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) },
    ];
  });
}

/**
 * Devices that came, went, or are replaced: by another model, or with another system, where all their files of before
 * are gone and others are there.
 */
export function compareDevices(
  before: Inventory,
  after: Inventory,
  files: readonly FileChange[],
  otherModels: ReadonlySet<string>,
): Omit<DeviceChanges, 'renamed'> {
  const { added, removed, kept } = compareMaps(before.devices, after.devices);
  const kinds = new Map<string, Set<FileChange['kind']>>();
  for (const { device, kind } of files) kinds.set(device, (kinds.get(device) ?? new Set()).add(kind));
  const replaced = kept.flatMap(({ after: device }) => {
    const seen = kinds.get(device.name);
    const otherSystem = seen?.has('added') && seen.has('removed') && !seen.has('changed');
    return otherSystem || otherModels.has(device.name) ? [device] : [];
  });
  return { added, removed, replaced };
}
