import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../../artifacts/artifact.ts';
import type { LabDevice } from './lab-device.ts';
import { labFormat } from './linux-devices.ts';
import type { LabPlan } from './prepare-lab.ts';
import { upstreamFolder } from './upstreams/upstream-files.ts';

/** Writes the files of a lab's devices and upstreams into its folder. */
export function writeDevices(
  folder: string,
  { running, upstreams }: Pick<LabPlan, 'running' | 'upstreams'>,
  artifacts: Iterable<Artifact>,
): LabDevice[] {
  const files = new Map<string, string[]>();
  for (const { path, content } of artifacts) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content, { mode: 0o600 });
    files.set(dirname(path), [...(files.get(dirname(path)) ?? []), path.slice(dirname(path).length + 1)]);
  }
  const written = (name: string, kind: LabDevice['kind'], path: string, format = labFormat): LabDevice => ({
    name,
    kind,
    format,
    folder: join(folder, path),
    files: files.get(path) ?? [],
  });
  return [
    ...running.map((one) =>
      one.kind === 'switch'
        ? written(one.name, one.kind, `switches/${one.name}`)
        : written(one.name, one.kind, `servers/${one.location.rack}/${one.name}`, one.format),
    ),
    ...upstreams.map(({ name }) => written(name, 'upstream', upstreamFolder(name))),
  ];
}
