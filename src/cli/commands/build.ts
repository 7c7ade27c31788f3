import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type Output, checkArtifacts, originOf, writeArtifacts } from '../../artifacts/output/index.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { text } from '../../diagnostics/formats/text.ts';
import { compile } from '../../pipeline/compile.ts';
import { designByName } from '../../pipeline/registries.ts';
import { summariseBuild } from '../build-summary.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { Progress } from '../progress.ts';
import type { Session } from '../session.ts';
import type { LockState } from '../../pipeline/use-lock.ts';
import { isSettled, lockDifference, settleLock } from '../settle-lock.ts';
import { countOf } from '../tally.ts';

interface BuildOptions {
  readonly output: string;
  readonly design?: string;
  readonly check?: boolean;
  readonly frozen?: boolean;
  readonly redact?: boolean;
}

const more = `
Nothing is written while there are errors in the file; warnings do not stop a build.
The output goes to DIR/<name of the fabric>, whole or not at all. Files there that heddle
did not write are left as they are; what was changed by hand in a file of heddle is lost by
a build, and named by --check.

The lock file beside the topology (fabric.lock.json) holds every address, port and number that
was given: what is there keeps its own, whatever is added or removed. Keep it with the topology.

Examples:
  $ heddle build fabric.yaml            writes to out/<name>/
  $ heddle build fabric.yaml -o /srv    writes to /srv/<name>/
  $ heddle build fabric.yaml --check    for CI: is the output in out/ what the file says?
`;

/** Compares with what is on disk and prints what differs. */
function check(session: Session, lock: LockState, output: Output, progress: Progress): ExitCode {
  const stale = lockDifference(lock);
  const lines = [
    ...(stale === undefined ? [] : [{ kind: stale, shown: lock.path }]),
    ...checkArtifacts(output).map(({ kind, path }) => ({
      kind,
      shown: path === '' ? output.target : `${output.target}/${path}`,
    })),
  ];
  progress.clear();
  if (lines.length === 0) {
    session.print(`${output.target} is what the topology says.\n`);
    return exitCode.done;
  }
  const paint = session.paint(session.io.stdout);
  for (const { kind, shown } of lines) session.print(`${paint.yellow(kind.padEnd(7))} ${shown}\n`);
  session.tell(`${countOf(lines.length, 'difference')}; a build without --check writes the output anew.\n`);
  return exitCode.problems;
}

function build(session: Session, file: string, options: BuildOptions): ExitCode {
  const progress = new Progress(session);
  try {
    const { topology, plan, lock, custom, diagnostics, artifacts } = compile(file, {
      ...(options.design === undefined ? {} : { design: options.design }),
      environment: session.io.env,
      redact: options.redact ?? false,
      onStage: progress.onStage,
      onDevice: progress.onDevice,
    });
    progress.clear();
    if (diagnostics.length > 0) {
      session.tell(text.print(diagnostics, { colour: session.hasColour(session.io.stderr) }));
    }
    if (hasErrors(diagnostics) || !topology || !plan || !lock) {
      session.tell('Nothing was written.\n');
      return exitCode.problems;
    }
    const { name } = plan.fabric;
    const design = options.design ?? topology.data.design;
    const origin = originOf(name, design, topology.files, custom);
    const output: Output = {
      target: join(options.output, name),
      artifacts: artifacts(),
      origin,
      onWait: (who) => session.tell(`Waiting: ${who}.\n`),
    };
    if (options.check) return check(session, lock, output, progress);
    if (options.frozen && !isSettled(session, lock)) {
      session.tell('Nothing was written.\n');
      return exitCode.problems;
    }
    const written = writeArtifacts({ ...output, beforeSwap: () => settleLock(file, lock) });
    progress.clear();
    session.print(summariseBuild(plan, design, output.target, written, session.paint(session.io.stdout)));
    return exitCode.done;
  } finally {
    progress.clear();
  }
}

/** `heddle build` */
export function buildCommand(session: Session): Command {
  return new Command('build')
    .summary('compile a topology file into configs and plans')
    .description('Compiles a topology file into switch configs, server configs, an address plan and a cable plan.')
    .argument('<file>', 'the topology file')
    .option('-o, --output <dir>', 'folder that gets a folder for the fabric', 'out')
    .addOption(
      new Option('-d, --design <name>', "how the fabric forwards, in place of the file's own design").choices([
        ...designByName.keys(),
      ]),
    )
    .option('--check', 'write nothing; fail when the output on disk is not what the build would write')
    .option('--frozen', 'fail, and write nothing, where the lock file would change')
    .option('--redact', 'write placeholders in place of secrets, and read none: for review, not for switches')
    .addHelpText('after', more)
    .action((file: string, options: BuildOptions) => {
      session.exitCode = build(session, file, options);
    });
}
