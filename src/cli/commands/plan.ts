import { join } from 'node:path';
import { Command, Option } from 'commander';
import { describeChange } from '../../analysis/change/describe-change.ts';
import { type FabricChange, hasChanges } from '../../analysis/change/fabric-change.ts';
import { printJson } from '../../analysis/change/print/json.ts';
import { printMarkdown } from '../../analysis/change/print/markdown.ts';
import { printChange } from '../../analysis/change/print/text.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { text } from '../../diagnostics/formats/text.ts';
import { designByName } from '../../pipeline/registries.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { allocationsBefore, otherModels } from '../plan/before.ts';
import { compileForPlan } from '../plan/compile-for-plan.ts';
import { existingOutput } from '../plan/read-output.ts';
import { Progress } from '../progress.ts';
import type { Session } from '../session.ts';

interface PlanOptions {
  readonly output: string;
  readonly design?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly verbose?: boolean;
  readonly detailedExitcode?: boolean;
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
`;

function print(session: Session, change: FabricChange, { format, verbose = false }: PlanOptions): string {
  if (format === 'json') return printJson(change);
  if (format === 'markdown') return printMarkdown(change, verbose);
  return printChange(change, { paint: session.paint(session.io.stdout), verbose });
}

function plan(session: Session, file: string, options: PlanOptions): ExitCode {
  const progress = new Progress(session);
  try {
    const { result, redacted } = compileForPlan(file, {
      ...(options.design === undefined ? {} : { design: options.design }),
      environment: session.io.env,
      onStage: progress.onStage,
      onDevice: progress.onDevice,
    });
    const { plan: after, lock, diagnostics, devices, artifacts } = result;
    progress.clear();
    if (diagnostics.length > 0) {
      session.tell(text.print(diagnostics, { colour: session.hasColour(session.io.stderr) }));
    }
    if (hasErrors(diagnostics) || !after || !lock) return exitCode.problems;
    const before = allocationsBefore(lock, after);
    const existing = existingOutput(join(options.output, after.fabric.name));
    const change = describeChange(
      before,
      existing,
      { plan: after, devices, artifacts },
      { redacted, otherModels: otherModels(lock) },
    );
    progress.clear();
    session.print(print(session, change, options));
    return options.detailedExitcode && hasChanges(change) ? exitCode.changes : exitCode.done;
  } finally {
    progress.clear();
  }
}

/** `heddle plan` */
export function planCommand(session: Session): Command {
  return new Command('plan')
    .summary('say what a build would change, and what that does to the running fabric')
    .description('Says what a build would change, and what that does to the running fabric. Writes nothing.')
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
    .option('--detailed-exitcode', 'end with 2 when there are changes')
    .addHelpText('after', more)
    .action((file: string, options: PlanOptions) => {
      session.exitCode = plan(session, file, options);
    });
}
