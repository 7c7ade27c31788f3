import { join } from 'node:path';
import { originOf, writeArtifacts } from '../../artifacts/output/index.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { text } from '../../diagnostics/formats/text.ts';
import { devicesForExport, exportLab } from '../../lab/export/export-lab.ts';
import { leftOut } from '../../lab/network/cut.ts';
import type { CompileOptions } from '../../pipeline/compilation.ts';
import { compile } from '../../pipeline/compile.ts';
import { loadTemplates } from '../../pipeline/own-templates.ts';
import { renderArtifacts } from '../../pipeline/render-artifacts.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Session } from '../session.ts';
import { countOf } from '../tally.ts';
import type { ExportOptions } from './export-options.ts';
import { cutOf } from './lab-session.ts';

/** Writes a containerlab topology of a file, with the configs that its nodes start with. */
export function exportForContainerlab(session: Session, file: string, options: ExportOptions): ExitCode {
  const { design, redact = false, output, image = new Map() } = options;
  const compiling: CompileOptions = {
    ...(design === undefined ? {} : { design }),
    environment: session.io.env,
    redact,
  };
  const { topology, plan, devices, custom, diagnostics } = compile(file, compiling);
  if (diagnostics.length > 0) session.tell(text.print(diagnostics, { colour: session.hasColour(session.io.stderr) }));
  if (hasErrors(diagnostics) || !topology || !plan) return exitCode.problems;
  const out = leftOut(devices, cutOf(options));
  const chosen = devicesForExport(devices.filter(({ name }) => !out.has(name)));
  const { replacements } = loadTemplates(topology).own;
  const { name } = plan.fabric;
  const { files, notes } = exportLab({
    fabric: name,
    devices: chosen,
    artifacts: renderArtifacts(plan, chosen, { ...compiling, replacements }),
    images: image,
    notes: out.size > 0 ? [`a cut: ${out.size} of ${devices.length} devices are left out`] : [],
  });
  const target = join(output, `${name}.clab`);
  const origin = originOf(name, design ?? topology.data.design, topology.files, custom);
  const onWait = (who: string): void => session.tell(`Waiting: ${who}.\n`);
  writeArtifacts({ target, artifacts: files, origin, onWait });
  for (const note of notes) session.tell(`  ${note}\n`);
  session.print(`${countOf(chosen.length, 'node')} in ${join(target, `${name}.clab.yaml`)}\n`);
  return exitCode.done;
}
