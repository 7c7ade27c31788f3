import type { Comparison } from './comparison.ts';
import type { Mechanism } from './impact.ts';

interface Cabling {
  kept: number;
  moved: number;
  pulled: number;
  laid: number;
}

/** What happens to the cables of each server that has any of them touched. */
function cablingOf({ past, present, cables }: Comparison): ReadonlyMap<string, Cabling> {
  const touched = new Map<string, Cabling>();
  const moved = new Set([...cables.moved, ...cables.speeds].map(({ cable }) => cable.id));
  const isServer = (name: string): boolean => past.devices.get(name)?.kind === 'server';
  const note = (device: string, what: keyof Cabling): void => {
    if (!isServer(device)) return;
    const cabling = touched.get(device) ?? { kept: 0, moved: 0, pulled: 0, laid: 0 };
    cabling[what]++;
    touched.set(device, cabling);
  };
  for (const { id, a } of past.cables.values()) {
    note(a.device, moved.has(id) ? 'moved' : present.cables.has(id) ? 'kept' : 'pulled');
  }
  for (const { a } of cables.added) note(a.device, 'laid');
  return touched;
}

/** How each server that stays is touched by work on its cables; servers whose cables stay as they are are left out. */
export function serverCabling(comparison: Comparison): ReadonlyMap<string, Mechanism> {
  const found = new Map<string, Mechanism>();
  for (const [server, { kept, moved, pulled, laid }] of cablingOf(comparison)) {
    if (moved + pulled === 0 || !comparison.present.devices.has(server)) continue;
    if (kept > 0) found.set(server, 'bond-failover');
    else if (moved > 0) found.set(server, 'cables-moved');
    else found.set(server, laid > 0 ? 'cables-laid' : 'cables-pulled');
  }
  return found;
}
