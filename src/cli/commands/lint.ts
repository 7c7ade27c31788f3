import { Command, InvalidArgumentError, Option } from 'commander';
import { countDiagnostics } from '../../diagnostics/count.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { formats } from '../../diagnostics/formats/index.ts';
import { sortDiagnostics } from '../../diagnostics/sort.ts';
import { compile } from '../../pipeline/compile.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { tellExpected } from '../report-failure.ts';
import type { Session } from '../session.ts';

interface LintOptions {
  readonly format: string;
  readonly maxWarnings?: number;
}

const more = `
Formats:
${formats.map((format) => `  ${format.name.padEnd(6)} ${format.summary}`).join('\n')}

Examples:
  $ heddle lint fabric.yaml
  $ heddle lint topologies/*.yaml --max-warnings 0    for CI: warnings fail, too
  $ heddle lint fabric.yaml --format json
`;

function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is a number, 0 or more.');
  return Number(value);
}

function lint(session: Session, files: readonly string[], options: LintOptions): ExitCode {
  const found: Diagnostic[] = [];
  let failed = false;
  for (const file of new Set(files)) {
    try {
      found.push(...compile(file).diagnostics);
    } catch (error) {
      // One file that cannot be read does not hide what is wrong in the others.
      if (!(error instanceof ExpectedError)) throw error;
      tellExpected(session, error);
      failed = true;
    }
  }
  const format = formats.find((one) => one.name === options.format) ?? formats[0]!;
  const diagnostics = sortDiagnostics(found);
  session.print(format.print(diagnostics, { colour: session.hasColour(session.io.stdout) }));
  if (failed) return exitCode.usage;
  const { errors, warnings } = countDiagnostics(diagnostics);
  if (errors > 0) return exitCode.problems;
  if (warnings <= (options.maxWarnings ?? Infinity)) return exitCode.done;
  session.tell(`More warnings (${warnings}) than --max-warnings allows (${options.maxWarnings}).\n`);
  return exitCode.problems;
}

/** `heddle lint` */
export function lintCommand(session: Session): Command {
  return new Command('lint')
    .summary('say what is wrong in topology files')
    .description('Checks topology files and prints everything that is wrong in them at once. Writes nothing.')
    .argument('<file...>', 'the topology files')
    .addOption(
      new Option('--format <name>', 'how to print what was found')
        .choices(formats.map((format) => format.name))
        .default('text'),
    )
    .option('--max-warnings <n>', 'fail when there are more warnings than that', parseCount)
    .addHelpText('after', more)
    .action((files: string[], options: LintOptions) => {
      session.exitCode = lint(session, files, options);
    });
}
