import { counted } from '../../diagnostics/counted.ts';
import type { Paint } from '../../diagnostics/paint.ts';
import type { Step, StepCable, StepCheck, StepSnippet } from './step.ts';
import { listed } from './words.ts';

export interface PrintStepsOptions {
  readonly format: 'text' | 'markdown' | 'json';
  readonly paint: Paint;
}

const modes: Readonly<Record<StepSnippet['mode'], string>> = {
  commands: 'On',
  config: 'In config mode on',
  changes: 'What changes on',
};

/** Cells in columns, two spaces apart. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

const checkRow = ({ devices, command, expect }: StepCheck): string[] => [listed(devices), command, expect];
const cableRow = ({ a, z }: StepCable): string[] => [a.device, a.port, z.device, z.port];

const atLeast = (paths: number): string => (paths === 0 ? 'none on some racks' : `at least ${paths} a rack`);

function pathsLine({ paths, holds }: Step): string[] {
  if (!paths) return [];
  const change = paths.before === paths.after ? 'as before' : `before: ${atLeast(paths.before)}`;
  return [`Paths: ${atLeast(paths.after)} (${change})${holds ? '' : ', too few'}`];
}

const indent = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => `${' '.repeat(by)}${line}`.trimEnd());

function textOf(step: Step, paint: Paint): string {
  const paths = pathsLine(step).map((line) => (step.holds ? paint.green(line) : paint.red(line)));
  return [
    paint.bold(`${step.number}. ${step.title}`),
    ...indent(
      step.warnings.map((warning) => paint.yellow(`WARNING: ${warning}`)),
      3,
    ),
    ...indent(step.actions, 3),
    ...indent(columns(step.cables.map(cableRow)), 5),
    ...step.snippets.flatMap(({ devices, mode, lines }) => [
      ...indent([paint.cyan(`${modes[mode]} ${listed(devices)}:`)], 3),
      ...indent(lines, 5),
    ]),
    ...(step.checks.length > 0 ? indent([paint.cyan('Check:')], 3) : []),
    ...indent(columns(step.checks.map(checkRow)), 5),
    ...indent(paths, 3),
    ...indent([paint.dim(`Back: ${step.rollback}`)], 3),
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [head, head.map(() => '---'), ...rows]
        .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
        .concat('');

function markdownOf(step: Step): string {
  return [
    `### ${step.number}. ${step.title}`,
    '',
    ...step.warnings.flatMap((warning) => [`> **Warning:** ${warning}`, '']),
    ...step.actions.map((action) => `- [ ] ${action}`),
    '',
    ...table(['A', 'port', 'Z', 'port'], step.cables.map(cableRow)),
    ...step.snippets.flatMap(({ devices, mode, lines }) => [
      `${modes[mode]} ${listed(devices)}:`,
      '',
      `\`\`\`${mode === 'changes' ? 'diff' : ''}`,
      ...lines,
      '```',
      '',
    ]),
    ...table(
      ['on', 'check', 'must show'],
      step.checks.map(({ devices, command, expect }) => [listed(devices), `\`${command}\``, expect]),
    ),
    ...pathsLine(step).flatMap((line) => [line, '']),
    `Back: ${step.rollback}`,
  ].join('\n');
}

/** `13 steps; a rack has 4 paths or more in each`; what the graph says about the whole. */
function summaryOf(steps: readonly Step[]): string {
  const fewest = Math.min(...steps.flatMap(({ paths }) => (paths ? [paths.after] : [])));
  const failing = steps.filter(({ holds }) => !holds).map(({ number }) => number);
  const verdict =
    failing.length > 0
      ? `${failing.length === 1 ? 'step' : 'steps'} ${failing.join(', ')} ${failing.length === 1 ? 'takes' : 'take'} more than one path of a rack`
      : Number.isFinite(fewest)
        ? `no rack loses more than one path; the fewest that any has is ${fewest}`
        : 'no rack of before is left to lose a path';
  return `${counted(steps.length, 'step')}; ${verdict}.`;
}

/** A build makes what was planned what is: no plan shows the steps after it. */
const first =
  'Keep this list, then run `heddle build`: it writes the files that the steps load, and a later plan has no such steps.';

/** Steps as a change ticket, for a terminal or a pull request, or as data. Ends with a newline. */
export function printSteps(steps: readonly Step[], { format, paint }: PrintStepsOptions): string {
  if (format === 'json') return `${JSON.stringify({ steps }, null, 2)}\n`;
  if (steps.length === 0) return 'Nothing to do: no switch and no cable between switches changes.\n';
  const parts =
    format === 'text'
      ? [`${summaryOf(steps)}\n${first}`, ...steps.map((step) => textOf(step, paint))]
      : [`## Steps\n\n${summaryOf(steps)}\n\n${first}`, ...steps.map(markdownOf)];
  return `${parts.join('\n\n')}\n`;
}
