import { join } from 'node:path';
import { parse } from 'yaml';
import type { ClabFile } from '../../../src/lab/export/clab-file.ts';
import { devicesForExport, exportLab } from '../../../src/lab/export/export-lab.ts';
import { type Cut, leftOut } from '../../../src/lab/network/cut.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import { renderArtifacts } from '../../../src/pipeline/render-artifacts.ts';

/** Exports a topology of the repository. */
export function exported(topology: string, cut: Cut = {}, images: ReadonlyMap<string, string> = new Map()) {
  const file = join(import.meta.dirname, '..', '..', '..', 'topologies', topology);
  const options = { environment: {}, redact: true };
  const { devices: all, plan } = compile(file, options);
  const out = leftOut(all, cut);
  const devices = devicesForExport(all.filter(({ name }) => !out.has(name)));
  const fabric = plan!.fabric.name;
  const artifacts = renderArtifacts(plan!, devices, options);
  const { files, notes } = exportLab({ fabric, devices, artifacts, images, notes: [] });
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const text = contents.get(`${fabric}.clab.yaml`) ?? '';
  return { devices, files, contents, notes, text, clab: parse(text) as ClabFile };
}
