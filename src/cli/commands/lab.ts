import { Command, InvalidArgumentError, Option } from 'commander';
import { designByName } from '../../pipeline/registries.ts';
import type { ExitCode } from '../exit-code.ts';
import type { TestOptions } from '../lab/acts.ts';
import type { CompareOptions } from '../lab/compare.ts';
import { type ExportOptions, parseImage } from '../lab/export-options.ts';
import { type FailOptions, parseKinds, withFailOptions } from '../lab/fail-options.ts';
import type { LabOptions } from '../lab/lab-session.ts';
import type { Session } from '../session.ts';

const more = `
A lab is a network namespace for each switch and server, joined as the cables are, with the
generated configs in real FRR daemons and real kernels. Whatever systems the file names, its
devices are rendered for Linux with FRR. It touches nothing outside its own namespaces, and
ends as a whole. Where the running kernel lacks what the fabric needs, it runs in a guest with
a kernel of its own, if user-mode-linux is installed. It needs no root where users may make
namespaces.

Examples:
  $ heddle lab test fabric.yaml                        starts it, tests it, ends it
  $ heddle lab up fabric.yaml                          leaves it running
  $ heddle lab exec fabric.yaml leaf1 -- vtysh -c 'show ip route'
  $ heddle lab test fabric.yaml                        tests the one that runs
  $ heddle lab down fabric.yaml
  $ heddle lab fail fabric.yaml "switch spine1"        what is lost when it has no power
  $ heddle lab compare fabric.yaml --design l3-ospf-ibgp --design mlag    the same failures in both
  $ heddle lab export fabric.yaml -o out               for containerlab, with the vendors' images
  $ heddle lab test fabric.yaml --racks r1,r2 --servers-per-rack 2    a cut of a large one
`;

function parseSeconds(value: string): number {
  if (!/^\d{1,5}$/.test(value)) throw new InvalidArgumentError('It is a number of seconds.');
  return Number(value);
}

/** A subcommand with the options that all have. */
function subcommand(name: string, summary: string): Command {
  return new Command(name)
    .summary(summary)
    .description(`${summary[0]?.toUpperCase()}${summary.slice(1)}.`)
    .argument('<file>', 'the topology file')
    .addOption(
      new Option('-d, --design <name>', "how the fabric forwards, in place of the file's own design").choices([
        ...designByName.keys(),
      ]),
    );
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It is a number, 1 or more.');
  return Number(value);
}

/** Options of the commands that take part of a fabric. */
function cutting(command: Command): Command {
  return command
    .option('--redact', 'use placeholders in place of secrets, and read none')
    .option('--racks <names>', 'run these racks only, names with commas between', (value) => value.split(','))
    .option('--servers-per-rack <number>', 'run the first servers of each rack only', parseCount);
}

/** Options of the commands that start a lab. */
function starting(command: Command): Command {
  return cutting(command).addOption(
    new Option('--backend <name>', 'the kernel that runs it: the running one, or a guest where it lacks something')
      .choices(['auto', 'namespaces', 'uml'])
      .default('auto'),
  );
}

/** Options of the commands that compare with the prediction. */
function testing(command: Command, formats: readonly string[] = []): Command {
  return command
    .addOption(
      new Option('--format <name>', 'how to print the result').choices(['text', 'json', ...formats]).default('text'),
    )
    .option('--wait <seconds>', 'how long the protocols may take to come to rest', parseSeconds, 120);
}

/** What the commands do is loaded when one of them is used: other commands start sooner without it. */
const acts = async () => import('../lab/acts.ts');

/** `heddle lab` */
export function labCommand(session: Session): Command {
  const run =
    <Args extends readonly unknown[]>(act: (...args: Args) => Promise<ExitCode>) =>
    async (...args: Args): Promise<void> => {
      session.exitCode = await act(...args);
    };
  const commands = [
    starting(subcommand('up', 'start the fabric in network namespaces, and leave it running')).action(
      run(async (file: string, options: LabOptions) => (await acts()).up(session, file, options)),
    ),
    subcommand('status', 'say whether a lab of the file runs').action(
      run(async (file: string, options: LabOptions) => (await acts()).status(session, file, options)),
    ),
    testing(
      starting(
        subcommand('test', 'compare what the network does with what heddle predicts; starts a lab where none runs'),
      ),
    ).action(run(async (file: string, options: TestOptions) => (await acts()).test(session, file, options))),
    withFailOptions(
      testing(starting(subcommand('fail', 'break links and switches one after the other, and count what is lost')), [
        'markdown',
      ]),
    ).action(
      run(async (file: string, words: string[], options: FailOptions) =>
        (await acts()).fail(session, file, words, options),
      ),
    ),
    subcommand('exec', 'run a command on a device of the running lab; fails as the command does')
      .argument('<device>', 'name of a switch or server')
      .argument('<command...>', 'the command, after --')
      .action(
        run(async (file: string, device: string, command: string[], options: LabOptions) =>
          (await import('../lab/exec.ts')).execute(session, file, device, command, options),
        ),
      ),
    testing(
      starting(
        new Command('compare')
          .summary('make the same failures in several designs of the file, and put the results side by side')
          .description('Makes the same failures in several designs of the file, and puts the results side by side.')
          .argument('<file>', 'the topology file')
          .addOption(
            new Option('-d, --design <names...>', 'designs to compare')
              .choices([...designByName.keys()])
              .makeOptionMandatory(),
          ),
      ),
      ['markdown'],
    )
      .option('--per-group <number>', 'how many failures of one kind at one place of the fabric', parseCount, 2)
      .option('--kinds <names>', 'only these kinds, names with commas between', parseKinds)
      .option('--save <file>', 'store the data as JSON as well')
      .action(
        run(async (file: string, options: CompareOptions) =>
          (await import('../lab/compare.ts')).compare(session, file, options),
        ),
      ),
    cutting(subcommand('export', 'write a containerlab topology of the file, for a lab beyond this machine'))
      .option('-o, --output <dir>', 'folder that gets a folder for the lab', 'out')
      .option(
        '--image <system=image>',
        'container image of a system, in place of the usual one; repeatable',
        parseImage,
      )
      .action(
        run(async (file: string, options: ExportOptions) =>
          (await import('../lab/export.ts')).exportForContainerlab(session, file, options),
        ),
      ),
    subcommand('down', 'end the lab, and remove what is left of killed ones').action(
      run(async (file: string, options: LabOptions) => (await acts()).down(session, file, options)),
    ),
  ];
  const lab = new Command('lab')
    .summary('run the fabric on this machine, and compare it with the prediction')
    .description('Runs the generated configs in network namespaces, with real FRR, and tests what the network does.')
    .addHelpText('after', more);
  for (const command of commands) lab.addCommand(command);
  return lab;
}
