import { type FabricChange, hasChanges } from '../fabric-change.ts';

/** Version of the form of the JSON; a part that goes, or changes its meaning, raises it. */
const planVersion = 1;

/**
 * The change for programs: `planVersion`, `changes` (whether there are any), then `FabricChange` as it is.
 * Absent values are left out.
 */
export function printJson(change: FabricChange): string {
  return `${JSON.stringify({ planVersion, changes: hasChanges(change), ...change }, null, 2)}\n`;
}
