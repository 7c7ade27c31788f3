import type { Paint } from '../../../diagnostics/paint.ts';
import { printable } from '../../../diagnostics/printable.ts';
import { type FabricChange, type FileChange, hasChanges } from '../fabric-change.ts';
import { type Detail, furtherDetails, hunkHead, pressingDetails } from './details.ts';
import { headlines } from './headlines.ts';
import { summariseRacks } from './rack-summary.ts';

/** Lines below a heading, unless all are asked for. */
const mostLines = 8;

interface Style {
  readonly paint: Paint;
  readonly verbose: boolean;
}

function printDetail({ heading, lines }: Detail, { paint, verbose }: Style): string[] {
  const shown = verbose ? lines : lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  return [
    '',
    paint.bold(heading),
    ...shown.map((line) => `  ${printable(line)}`),
    ...(rest > 0 ? [paint.dim(`  … and ${rest} more; --verbose lists all`)] : []),
  ];
}

function printLine(line: string, paint: Paint): string {
  const text = printable(line);
  return line.startsWith('+') ? paint.green(text) : line.startsWith('-') ? paint.red(text) : text;
}

function printFile({ kind, path, added, removed, hunks }: FileChange, paint: Paint): string[] {
  const counts = kind === 'added' ? `new, ${added} lines` : kind === 'removed' ? 'removed' : `+${added} -${removed}`;
  const whole = kind === 'changed' && hunks.length === 0 ? ', too much to show' : '';
  return [
    `  ${paint.bold(printable(path))} ${paint.dim(`(${counts}${whole})`)}`,
    ...hunks.flatMap((hunk) => [
      `    ${paint.cyan(printable(hunkHead(hunk)))}`,
      ...hunk.lines.map((line) => `    ${printLine(line, paint)}`),
    ]),
  ];
}

/** The change for people: rack by rack first, then what to watch, then with `verbose` everything. */
export function printChange(change: FabricChange, style: Style): string {
  const { paint, verbose } = style;
  if (!hasChanges(change)) return `${paint.bold(change.fabric)}: nothing to do.\n`;
  const racks = summariseRacks(change);
  const width = Math.max(...racks.map((line) => line.racks.length));
  const heads = headlines(change);
  const about = Math.max(...heads.map((head) => head.about.length));
  const lines = [
    `${paint.bold(change.fabric)}${change.past === 'none' ? ': nothing was built before, so everything is new' : ''}`,
    ...racks.map(({ racks: name, what, cutOff }) => {
      const text = what.join(', ');
      return `  ${paint.bold(name.padEnd(width))}  ${cutOff ? paint.yellow(text) : text}`;
    }),
    '',
    ...heads.map(
      (head) => `${head.about.padEnd(about)}  ${head.alarming ? paint.yellow(head.text) : paint.green(head.text)}`,
    ),
    ...pressingDetails(change).flatMap((detail) => printDetail(detail, style)),
  ];
  const further = furtherDetails(change).flatMap((detail) => printDetail(detail, style));
  const configs = change.files.length === 0 ? [] : ['', paint.bold('Configs')];
  const hint = ['', paint.dim('--verbose shows every address and every line of the configs.')];
  const more = verbose ? [further, configs, change.files.flatMap((file) => printFile(file, paint))] : [hint];
  const secrets = paint.dim('Secrets were not compared, as they are not all there.');
  return `${[lines, ...more, change.secretsCompared ? [] : [secrets]].flat().join('\n')}\n`;
}
