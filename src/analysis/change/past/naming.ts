import type { Renames } from '../../../fabric/earlier.ts';
import type { Allocations } from '../../../plan/plan.ts';
import type { ExistingOutput } from '../existing-output.ts';

/** Names of now for those of before: of what was renamed since, and of nothing else. */
export interface Naming {
  readonly devices: ReadonlyMap<string, string>;
  readonly racks: ReadonlyMap<string, string>;
}

/** Devices and racks that an earlier build knows by name. */
function knownNames(before: Allocations, existing: ExistingOutput): { devices: Set<string>; racks: Set<string> } {
  const known = { devices: new Set<string>(), racks: new Set<string>() };
  for (const key of before.keys()) {
    const [what, name = '', second = ''] = key.split('/');
    if (what === 'loopback') known.devices.add(name);
    if (what === 'host') known.devices.add(second);
    if (what === 'rack') known.racks.add(name);
  }
  for (const path of existing.paths) {
    const [top, second = '', third = ''] = path.split('/');
    if (top === 'switches') known.devices.add(second);
    if (top !== 'servers') continue;
    known.racks.add(second);
    known.devices.add(third);
  }
  return known;
}

const since = (names: ReadonlyMap<string, string>, old: ReadonlySet<string>): Map<string, string> =>
  new Map([...names].filter(([former, now]) => old.has(former) && !old.has(now)));

/** What was renamed since an earlier build. A hint that it has followed already says nothing any more. */
export function namingSince(before: Allocations, existing: ExistingOutput, renames: Renames): Naming {
  if (renames.devices.size + renames.racks.size === 0) return renames;
  const known = knownNames(before, existing);
  return { devices: since(renames.devices, known.devices), racks: since(renames.racks, known.racks) };
}

/** The path under which a build would write a file now: folders have the names of devices, and so do some files. */
function pathNow(path: string, { devices, racks }: Naming): string {
  const parts = path.split('/');
  const depth = parts[0] === 'switches' ? 1 : parts[0] === 'servers' ? 2 : 0;
  const former = parts[depth] ?? '';
  const now = depth === 0 ? former : (devices.get(former) ?? former);
  if (depth === 0) return path;
  const file = parts.slice(depth + 1).join('/');
  const rack = depth === 2 ? [racks.get(parts[1]!) ?? parts[1]!] : [];
  return [parts[0], ...rack, now, file.startsWith(`${former}.`) ? now + file.slice(former.length) : file].join('/');
}

/** An output of before, with its files where a build would write them now. */
export function underNewNames(existing: ExistingOutput, naming: Naming): ExistingOutput {
  if (naming.devices.size + naming.racks.size === 0) return existing;
  const paths = new Map([...existing.paths].map((path) => [pathNow(path, naming), path]));
  return {
    paths: new Set(paths.keys()),
    read: (path) => existing.read(paths.get(path) ?? path),
  };
}
