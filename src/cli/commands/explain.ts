import { Command } from 'commander';
import type { Explanation, Threshold } from '../../diagnostics/diagnostic.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { Paint } from '../../diagnostics/paint.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { explanations } from '../../pipeline/explanations.ts';
import type { Session } from '../session.ts';
import { wrap } from '../wrap.ts';

const width = 80;
const severityColour = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

const more = `
Codes begin with the stage that finds the mistake: TOPO the shape of the file, FAB the graph,
PLAN the allocation of addresses, DEV the devices, TGT the target, CTL comments and config.

Examples:
  $ heddle explain              lists all
  $ heddle explain FAB003
  $ heddle explain no-overlapping-pools
`;

/** One line for each: code, name and what must hold. */
function list(paint: Paint): string {
  return explanations
    .map(({ code, name, severity, summary }) => {
      const head = `${paint.bold(paint[severityColour[severity]](code))} ${name} ${paint.dim(`(${severity})`)}`;
      return `${head}\n${wrap(summary, width, '        ')}\n`;
    })
    .join('');
}

function example(title: string, yaml: string): string {
  const lines = yaml.trimEnd().split('\n');
  return `${title}\n${lines.map((line) => `    ${line}`.trimEnd()).join('\n')}\n`;
}

/** Name, value and range of a threshold, and what it bounds. */
function describeThreshold([name, threshold]: readonly [string, Threshold]): string {
  const { default: usual, minimum, maximum, unit, description } = threshold;
  const value = `${usual}${unit === undefined ? '' : ` ${unit}`}`;
  return wrap(`${name}: ${value} (${minimum} to ${maximum}). ${description}`, width, '  ') + '\n';
}

function describe(explanation: Explanation, paint: Paint): string {
  const { code, name, severity, summary, why, source, thresholds, fix } = explanation;
  const { wrong, right, whole } = explanation.example;
  return [
    `${paint.bold(`${code} ${name}`)} (${paint[severityColour[severity]](severity)})\n`,
    `${wrap(summary, width, '')}\n`,
    `${paint.bold('Why')}\n${wrap(why, width, '  ')}\n`,
    ...(source === undefined ? [] : [`${paint.bold('Source')}\n${wrap(source, width, '  ')}\n`]),
    ...(thresholds
      ? [`${paint.bold('Thresholds')}\n${Object.entries(thresholds).map(describeThreshold).join('')}`]
      : []),
    example(paint.bold('Wrong'), wrong),
    example(paint.bold('Right'), right),
    ...(whole ? [] : ['The rest of the file is left out.\n']),
    ...(fix ? ['heddle lint --fix repairs it where there is exactly one right repair.\n'] : []),
  ].join('\n');
}

/** By code or name, in either case. */
function find(wanted: string): Explanation {
  const lower = wanted.toLowerCase();
  const found = explanations.find((one) => one.code.toLowerCase() === lower || one.name === lower);
  if (found) return found;
  const known = explanations.flatMap((one) => [one.code, one.name]);
  const meant = nearest(wanted, known);
  throw new ExpectedError(`There is no rule ${wanted}`, {
    hint: `${meant === undefined ? '' : `did you mean ${meant}? `}heddle explain lists all`,
  });
}

/** `heddle explain` */
export function explainCommand(session: Session): Command {
  return new Command('explain')
    .summary('say what a diagnostic means')
    .description('Says what a rule means, why it is there, and how a file breaks it and keeps it.')
    .argument('[code]', 'code or name of a rule, as a diagnostic shows both; without it: lists all')
    .addHelpText('after', more)
    .action((code: string | undefined) => {
      const paint = session.paint(session.io.stdout);
      session.print(code === undefined ? list(paint) : describe(find(code), paint));
    });
}
