import { Command } from 'commander';
import { heddleVersion } from '../files/package.ts';
import { buildCommand } from './commands/build.ts';
import { explainCommand } from './commands/explain.ts';
import { initCommand } from './commands/init.ts';
import { labCommand } from './commands/lab.ts';
import { lintCommand } from './commands/lint.ts';
import { lspCommand } from './commands/lsp.ts';
import { planCommand } from './commands/plan.ts';
import { schemaCommand } from './commands/schema.ts';
import type { Io } from './io.ts';
import { reportFailure } from './report-failure.ts';
import { Session } from './session.ts';

const description =
  'Compiles one topology file of a data-centre fabric into the configs of its switches, an address plan, ' +
  'a cable plan and the network config of every server.';

const more = `
A first fabric:
  $ heddle init fabric.yaml     writes a commented starter file
  $ heddle lint fabric.yaml     says what is wrong in it
  $ heddle build fabric.yaml    writes configs and plans to out/

Exit codes: 0 done; 1 errors in the file, or --check or --frozen found a difference;
2 wrong usage or environment; 3 a bug in heddle.
`;

const commands = [
  initCommand,
  lintCommand,
  planCommand,
  buildCommand,
  labCommand,
  explainCommand,
  schemaCommand,
  lspCommand,
];

/** The command line of one session; commander's own output goes to the session's streams. */
export function createProgram(session: Session): Command {
  const { stdout, stderr } = session.io;
  const program = new Command('heddle')
    .description(description)
    .version(heddleVersion(), '-V, --version', 'print the version of heddle')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--no-color', 'print without colours, as NO_COLOR in the environment does')
    .showHelpAfterError('(with --help it says what there is)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns || 80,
      getErrHelpWidth: () => stderr.columns || 80,
    })
    .exitOverride()
    .addHelpText('after', more)
    .hook('preAction', () => {
      session.colourWanted = program.opts<{ color: boolean }>().color;
    });
  for (const create of commands) {
    const command = create(session).copyInheritedSettings(program);
    for (const part of command.commands) part.copyInheritedSettings(command);
    program.addCommand(command);
  }
  return program;
}

/**
 * Runs the command line.
 * @param argv arguments after the name of the program.
 * @returns the exit code; never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const session = new Session(io, argv);
  try {
    await createProgram(session).parseAsync([...argv], { from: 'user' });
    return session.exitCode;
  } catch (error) {
    return reportFailure(session, error);
  }
}
