import { accessSync, constants, existsSync } from 'node:fs';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { text } from '../../diagnostics/formats/text.ts';
import type { Wiring } from '../../lab/host/kernel.ts';
import type { Cut } from '../../lab/network/cut.ts';
import { type Backend, runtimeFolder } from '../../lab/host/lab-record.ts';
import type { LabQuery } from '../../lab/host/labs.ts';
import { type LabPlan, prepareLab } from '../../lab/network/prepare-lab.ts';
import { guestOf } from '../../lab/guest/guest-request.ts';
import { namespaceRefusal } from '../../lab/host/own-users.ts';
import { missingPrograms } from '../../lab/host/programs.ts';
import type { CompileOptions } from '../../pipeline/compilation.ts';
import { compile } from '../../pipeline/compile.ts';
import { loadTemplates } from '../../pipeline/own-templates.ts';
import { renderArtifacts, secretReader } from '../../pipeline/render-artifacts.ts';
import type { Artifact } from '../../artifacts/artifact.ts';
import { readBgpPassword } from '../../frr/secret-words.ts';
import { upstreamFiles } from '../../lab/network/upstreams/upstream-files.ts';
import type { Session } from '../session.ts';

/** Options that all commands of a lab have. */
export interface LabOptions {
  readonly design?: string;
  readonly backend?: Backend | 'auto';
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
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((one) => one.package))];
  throw new ExpectedError(`A lab needs ${missing.map(({ program }) => program).join(', ')}`, {
    hint: `on Debian: apt-get install ${packages.join(' ')}`,
  });
}

/** Refuses where this user may not make namespaces. */
export function expectNamespaces(): void {
  const refusal = namespaceRefusal();
  if (refusal === undefined) return;
  const hint =
    process.getuid?.() === 0
      ? 'in a container, root needs CAP_SYS_ADMIN for it'
      : 'run it as root, or let users make namespaces: sysctl kernel.unprivileged_userns_clone=1 on Debian, ' +
        'kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu';
  throw new ExpectedError(`A lab makes namespaces of its own, which is not allowed here: ${refusal}`, { hint });
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
 */
export function compileForLab(
  session: Session,
  file: string,
  { design, redact = false }: LabOptions,
  cut: Cut,
  wiring: Wiring,
): ReadyLab | undefined {
  const options: CompileOptions = {
    ...(design === undefined ? {} : { design }),
    environment: session.io.env,
    redact,
  };
  const { topology, fabric, plan, devices, diagnostics } = compile(file, options);
  const lab =
    topology && fabric && plan && devices.length > 0 ? prepareLab(fabric, plan, devices, cut, wiring) : undefined;
  const all = [...diagnostics, ...(lab?.diagnostics ?? [])];
  const isTold = guestOf(session.io.env)?.told && !hasErrors(all);
  if (all.length > 0 && !isTold) session.tell(text.print(all, { colour: session.hasColour(session.io.stderr) }));
  if (hasErrors(all) || !topology || !plan || !lab) return undefined;
  const { replacements } = loadTemplates(topology).own;
  return {
    lab,
    cut,
    *files() {
      const readSecret = secretReader(options);
      yield* upstreamFiles(lab.upstreams, (secret) => readBgpPassword(readSecret, secret));
      for (const artifact of renderArtifacts(plan, lab.running, { ...options, replacements })) {
        if (!/^(switches|servers)\//.test(artifact.path)) return;
        yield artifact;
      }
    },
  };
}
