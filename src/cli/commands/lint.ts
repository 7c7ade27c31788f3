import { Command, InvalidArgumentError, Option } from 'commander';
import { heddleVersion } from '../../files/package.ts';
import { counted } from '../../diagnostics/counted.ts';
import { countDiagnostics, describeCounts } from '../../diagnostics/count.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { type FormatOptions, type Unread, formats } from '../../diagnostics/formats/index.ts';
import { printable } from '../../diagnostics/printable.ts';
import { writeFileAtomically } from '../../files/write-file.ts';
import { type LintResult, lintFile } from '../../lint/lint-file.ts';
import { type MergedResult, mergeResults } from '../../lint/merge-results.ts';
import { explanations } from '../../pipeline/explanations.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { type NamedFiles, namedFiles } from '../lint-files.ts';
import { projectPaths } from '../project-path.ts';
import { tellExpected } from '../report-failure.ts';
import type { Session } from '../session.ts';

interface LintOptions {
  readonly format: string;
  readonly maxWarnings?: number;
  readonly outputFile?: string;
  readonly fix?: boolean;
  readonly diff?: boolean;
}

/** What a report tells beside the diagnostics. */
type About = Pick<FormatOptions, 'files' | 'suppressed' | 'unread'>;

const more = `
Formats:
${formats.map((format) => `  ${format.name.padEnd(6)} ${format.summary}`).join('\n')}

Examples:
  $ heddle lint fabric.yaml
  $ heddle lint topologies                            the *.yaml and *.yml in a folder
  $ heddle lint "sites/**/fabric.yaml"                a quoted pattern: the same in every shell
  $ heddle lint topologies --max-warnings 0           for CI: warnings fail, too
  $ heddle lint topologies --format sarif -o heddle.sarif
  $ heddle lint fabric.yaml --fix                     repair what has one right repair
  $ heddle lint fabric.yaml --diff                    show the repairs first

A comment silences warnings: # heddle-ignore rule, other-rule: reason, at the end of their line
or alone above it. heddle.config.yaml, in the folder of the file or above, sets severities and
thresholds. Errors stay errors.

In reports for services, paths start at the root of the project where GITHUB_WORKSPACE or
CI_PROJECT_DIR names it, else at the working directory.
`;

function parseCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is a number, 0 or more.');
  return Number(value);
}

/** What is wrong in the files; what cannot be read is told, and does not hide what is wrong in the others. */
function diagnose(session: Session, { files, failures }: NamedFiles): MergedResult & { unread: Unread[] } {
  const results: LintResult[] = [];
  const unread: Unread[] = [];
  const fail = (path: string, error: ExpectedError) => {
    tellExpected(session, error);
    unread.push({ path, message: error.message });
  };
  for (const { path, error } of failures) fail(path, error);
  for (const file of files) {
    try {
      results.push(lintFile(file));
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      fail(file, error);
    }
  }
  return { ...mergeResults(results), unread };
}

/** Prints what fixes would change, and writes nothing. */
async function diff(session: Session, { files, failures }: NamedFiles): Promise<ExitCode> {
  const { fixFiles } = await import('../../lint/fix-files.ts');
  const { printDiff } = await import('../../lint/print-diff.ts');
  for (const { error } of failures) tellExpected(session, error);
  const fixed = fixFiles(files);
  for (const file of fixed.files) session.print(printDiff(file));
  if (failures.length > 0) return exitCode.usage;
  return fixed.files.length > 0 ? exitCode.problems : exitCode.done;
}

/** Repairs the files, and says which. */
async function fix(session: Session, { files }: NamedFiles): Promise<void> {
  const { fixFiles } = await import('../../lint/fix-files.ts');
  const { writeFixed } = await import('../../lint/write-fixed.ts');
  const fixed = fixFiles(files);
  for (const file of fixed.files) writeFixed(file);
  if (fixed.count === 0) return;
  const paths = fixed.files.map(({ path }) => printable(path)).join(', ');
  session.tell(`${counted(fixed.count, 'problem')} fixed in ${paths}.\n`);
}

/** Prints the report, or writes it to its file and says so. */
function report(session: Session, diagnostics: readonly Diagnostic[], options: LintOptions, about: About): void {
  const { format, outputFile } = options;
  const printed = formats
    .find((one) => one.name === format)!
    .print(diagnostics, {
      ...about,
      colour: outputFile === undefined && session.hasColour(session.io.stdout),
      explain: (code) => explanations.find((one) => one.code === code),
      projectPath: projectPaths(session.io.env),
      version: heddleVersion(),
    });
  if (outputFile === undefined) {
    session.print(printed);
    return;
  }
  writeFileAtomically(outputFile, printed);
  session.tell(`${describeCounts(countDiagnostics(diagnostics))}; the report is in ${printable(outputFile)}.\n`);
}

async function lint(session: Session, given: readonly string[], options: LintOptions): Promise<ExitCode> {
  const named = await namedFiles(given);
  if (options.diff) return diff(session, named);
  if (options.fix) await fix(session, named);
  const { diagnostics, suppressed, unread } = diagnose(session, named);
  report(session, diagnostics, options, { files: named.files, suppressed, unread });
  if (unread.length > 0) return exitCode.usage;
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
    .description(
      'Checks topology files and prints everything that is wrong in them at once. Writes nothing but what --fix repairs.',
    )
    .argument('<file...>', 'topology files, folders of them, or quoted patterns')
    .addOption(
      new Option('--format <name>', 'how to print what was found')
        .choices(formats.map((format) => format.name))
        .default('text'),
    )
    .option('-o, --output-file <file>', 'write the report to a file, whole or not at all, in place of printing it')
    .option('--max-warnings <n>', 'fail when there are more warnings than that', parseCount)
    .option('--fix', 'repair what has exactly one right repair, in the files themselves; comments and layout stay')
    .addOption(
      new Option('--diff', 'print what --fix would change, and write nothing; fail when it would').conflicts(
        'outputFile',
      ),
    )
    .addHelpText('after', more)
    .action(async (files: string[], options: LintOptions) => {
      session.exitCode = await lint(session, files, options);
    });
}
