import { accessSync, constants, existsSync } from 'node:fs';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { text } from '../../diagnostics/formats/text.ts';
import type { Cut } from '../../lab/cut.ts';
import { runtimeFolder } from '../../lab/lab-record.ts';
import type { LabQuery } from '../../lab/labs.ts';
import { type LabPlan, prepareLab } from '../../lab/prepare-lab.ts';
import { missingPrograms } from '../../lab/programs.ts';
import type { CompileOptions } from '../../pipeline/compilation.ts';
import { compile } from '../../pipeline/compile.ts';
import { loadTemplates } from '../../pipeline/own-templates.ts';
import { renderArtifacts } from '../../pipeline/render-artifacts.ts';
import type { Artifact } from '../../artifacts/artifact.ts';
import type { Session } from '../session.ts';

/** Options that all commands of a lab have. */
export interface LabOptions {
  readonly design?: string;
  readonly redact?: boolean;
  readonly racks?: readonly string[];
  readonly serversPerRack?: number;
}

/** What of the fabric the command line asks for. */
export function cutOf({ racks, serversPerRack }: LabOptions): Cut {
  return { ...(racks ? { racks } : {}), ...(serversPerRack === undefined ? {} : { serversPerRack }) };
}

/** Which lab the command line means. */
export function queryOf(session: Session, file: string, { design }: LabOptions): LabQuery {
  if (!existsSync(file)) throw new ExpectedError(`Cannot read ${file}: it is not there`);
  accessSync(file, constants.R_OK);
  return { runtime: runtimeFolder(session.io.env), file, ...(design === undefined ? {} : { design }) };
}

/** Refuses where a lab cannot be run at all. */
export function expectLabHost(): void {
  if (process.platform !== 'linux') throw new ExpectedError('A lab needs Linux: it runs in network namespaces');
  if (process.getuid?.() !== 0) {
    throw new ExpectedError('A lab makes network namespaces and starts FRR as its own user, for which it needs root', {
      hint: 'run it with sudo; it touches nothing outside of the namespaces that it makes',
    });
  }
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((one) => one.package))];
  throw new ExpectedError(`A lab needs ${missing.map(({ program }) => program).join(', ')}`, {
    hint: `on Debian: apt-get install ${packages.join(' ')}`,
  });
}

/** A topology that a lab can run, and the files of its devices. */
export interface ReadyLab {
  readonly lab: LabPlan;
  readonly cut: Cut;
  readonly files: () => Iterable<Artifact>;
}

/**
 * Compiles a topology for a lab, and prints what is wrong with it.
 * @returns undefined where there are errors.
 * @throws ExpectedError where namespaces cannot run it.
 */
export function compileForLab(
  session: Session,
  file: string,
  { design, redact = false }: LabOptions,
  cut: Cut,
): ReadyLab | undefined {
  const options: CompileOptions = {
    ...(design === undefined ? {} : { design }),
    environment: session.io.env,
    redact,
  };
  const { topology, fabric, plan, devices, diagnostics } = compile(file, options);
  const lab = topology && fabric && plan && devices.length > 0 ? prepareLab(fabric, plan, devices, cut) : undefined;
  const all = [...diagnostics, ...(lab?.diagnostics ?? [])];
  if (all.length > 0) session.tell(text.print(all, { colour: session.hasColour(session.io.stderr) }));
  if (hasErrors(all) || !topology || !plan || !lab) return undefined;
  const [unmet] = lab.unmet;
  if (unmet !== undefined) throw new ExpectedError(unmet);
  const { replacements } = loadTemplates(topology).own;
  return {
    lab,
    cut,
    *files() {
      for (const artifact of renderArtifacts(plan, lab.running, { ...options, replacements })) {
        if (!/^(switches|servers)\//.test(artifact.path)) return;
        yield artifact;
      }
    },
  };
}
