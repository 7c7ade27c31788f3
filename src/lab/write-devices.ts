import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../artifacts/artifact.ts';
import type { Device } from '../device/device.ts';
import type { LabDevice } from './bring-up.ts';

/** Writes the files of a lab's devices into its folder. */
export function writeDevices(folder: string, devices: readonly Device[], artifacts: Iterable<Artifact>): LabDevice[] {
  const files = new Map<string, string[]>();
  for (const { path, content } of artifacts) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { mode: 0o600 });
    files.set(dirname(path), [...(files.get(dirname(path)) ?? []), path.slice(dirname(path).length + 1)]);
  }
  return devices.map((device) => {
    const path =
      device.kind === 'switch' ? `switches/${device.name}` : `servers/${device.location.rack}/${device.name}`;
    return { name: device.name, kind: device.kind, folder: join(folder, path), files: files.get(path) ?? [] };
  });
}
