import { join } from 'node:path';
import { Command, Option } from 'commander';
import { describeChange } from '../../analysis/change/describe-change.ts';
import { hasChanges } from '../../analysis/change/fabric-change.ts';
import { text } from '../../diagnostics/formats/text.ts';
import type { CompileOptions } from '../../pipeline/compilation.ts';
import { designByName } from '../../pipeline/registries.ts';
import { secretValues } from '../../pipeline/secrets.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { compileForPlan } from '../plan/compile-for-plan.ts';
import { otherModels } from '../plan/other-models.ts';
import { printOrder, printPlan } from '../plan/print-plan.ts';
import { existingOutput } from '../plan/read-output.ts';
import { releaseLock } from '../plan/release-lock.ts';
import { Progress } from '../progress.ts';
import type { Session } from '../session.ts';

interface PlanOptions {
  readonly output: string;
  readonly design?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly verbose?: boolean;
  readonly detailedExitcode?: boolean;
  readonly steps?: boolean;
  readonly release?: boolean;
}

const more = `
Compares the file with the lock file beside it and with the output of the build before.
It says which devices, cables and addresses come, go and change, which sessions go down
and why, which servers are cut off and until when, and what people have to do with cables.
Secrets are never shown.

With --detailed-exitcode it ends with 0 when there is nothing to do, 1 on errors, and 2
when there are changes.

Examples:
  $ heddle plan fabric.yaml                      a summary, rack by rack
  $ heddle plan fabric.yaml --verbose            with every address and config line
  $ heddle plan fabric.yaml --format markdown    for a pull request
  $ heddle plan fabric.yaml --steps              as a change ticket, step by step
`;

function plan(session: Session, file: string, options: PlanOptions): ExitCode {
  const progress = new Progress(session);
  const compiling: CompileOptions = {
    ...(options.design === undefined ? {} : { design: options.design }),
    environment: session.io.env,
    onStage: progress.onStage,
    onDevice: progress.onDevice,
  };
  try {
    let { diagnostics, ready } = compileForPlan(file, compiling);
    progress.clear();
    if (options.release && ready && releaseLock(session, file, ready.lock)) {
      ({ diagnostics, ready } = compileForPlan(file, compiling));
      progress.clear();
    }
    if (diagnostics.length > 0) {
      session.tell(text.print(diagnostics, { colour: session.hasColour(session.io.stderr) }));
    }
    if (!ready) return exitCode.problems;
    const { lock, redacted } = ready;
    const earlier = lock.before?.allocations ?? new Map<string, string>();
    const existing = existingOutput(join(options.output, ready.plan.fabric.name));
    const secrets = secretValues(ready.devices, session.io.env);
    const change = describeChange(earlier, existing, ready, { redacted, secrets, otherModels: otherModels(lock) });
    progress.clear();
    const { format, steps, verbose = false } = options;
    const style = { format, verbose, paint: session.paint(session.io.stdout) };
    session.print(steps ? printOrder(change, earlier, ready, style) : printPlan(change, style));
    return options.detailedExitcode && hasChanges(change) ? exitCode.changes : exitCode.done;
  } finally {
    progress.clear();
  }
}

/** `heddle plan` */
export function planCommand(session: Session): Command {
  return new Command('plan')
    .summary('say what a build would change, and what that does to the running fabric')
    .description(
      'Says what a build would change, and what that does to the running fabric. Without --release it writes nothing.',
    )
    .argument('<file>', 'the topology file')
    .option('-o, --output <dir>', 'folder with the output of the build before', 'out')
    .addOption(
      new Option('-d, --design <name>', "how the fabric forwards, in place of the file's own design").choices([
        ...designByName.keys(),
      ]),
    )
    .option('-v, --verbose', 'show every address and every line of the configs')
    .addOption(
      new Option('--format <name>', 'how to print the plan').choices(['text', 'json', 'markdown']).default('text'),
    )
    .option('--steps', 'print the order in which to make the change, so that no rack loses more than one path')
    .option('--detailed-exitcode', 'end with 2 when there are changes')
    .option('--release', 'first give back, in the lock file, what was allocated to things that are gone')
    .addHelpText('after', more)
    .action((file: string, options: PlanOptions) => {
      session.exitCode = plan(session, file, options);
    });
}
