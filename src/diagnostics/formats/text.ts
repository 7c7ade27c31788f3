import { countDiagnostics, describeCounts } from '../count.ts';
import { counted } from '../counted.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { codeFrame } from '../frame.ts';
import { type Paint, paintWith } from '../paint.ts';
import { printable } from '../printable.ts';
import { type Span, positionAt } from '../span.ts';
import type { Format } from './format.ts';

const severityColour = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** `file:line:column`, which editors and terminals turn into a link. */
function place(span: Span): string {
  const { line, column } = positionAt(span.file, Math.min(span.start, span.file.text.length));
  return `${printable(span.file.path)}:${line}:${column}`;
}

/** Text whose further lines stand under the first. */
function indented(label: string, text: string): string {
  return `${label}${printable(text).replaceAll('\n', `\n${' '.repeat(4)}`)}`;
}

/** The code frame, as lines to print; none of a file that is empty, or was not read. */
function frame(span: Span, paint: Paint): string[] {
  return span.file.text === '' ? [] : [codeFrame(span, paint)];
}

function printOne(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, code, rule, message, span, related, hint } = diagnostic;
  const word = paint.bold(paint[severityColour[severity]](`${severity} ${code}`));
  return [
    `${paint.bold(`${place(span)}:`)} ${word}: ${indented('', message)} ${paint.dim(`(${rule})`)}`,
    ...frame(span, paint),
    ...related.flatMap((other) => [
      indented(`  ${paint.cyan('note')}: ${place(other.span)}: `, other.message),
      ...frame(other.span, paint),
    ]),
    ...(hint === undefined ? [] : [indented(`  ${paint.green('hint')}: `, hint)]),
    '',
  ].join('\n');
}

/** For people: place, message, code frame and hint of each, and a count at the end. */
export const text: Format = {
  name: 'text',
  summary: 'for people: message, code frame and hint',
  print(diagnostics, { colour, suppressed = [], unread = [] }) {
    const paint = paintWith(colour);
    const parts = diagnostics.map((diagnostic) => `${printOne(diagnostic, paint)}\n`);
    const silenced = suppressed.length === 0 ? '' : `; ${suppressed.length} suppressed by comments`;
    const missing = unread.length === 0 ? '' : `; ${counted(unread.length, 'file')} could not be read`;
    return `${parts.join('')}${describeCounts(countDiagnostics(diagnostics))}${silenced}${missing}\n`;
  },
};
