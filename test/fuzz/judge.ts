import { explanations } from '../../src/pipeline/explanations.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { formats } from '../../src/diagnostics/formats/index.ts';
import { type Range, type SourceFile, type Span, positionAt } from '../../src/diagnostics/span.ts';
import type { Compilation } from '../../src/pipeline/compilation.ts';

const known = new Map(explanations.map((one) => [one.code, one]));

/** A text that a terminal shows as it is. */
const isShowable = (text: string): boolean => text.trim() !== '' && !/[^\P{Cc}\n]/u.test(text);

const isRange = ({ start, end }: Range, text: string): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length;

const linesOf = new WeakMap<SourceFile, readonly string[]>();

/** Lines of a file, split independently of what makes positions of offsets. */
function linesIn(file: SourceFile): readonly string[] {
  const lines = linesOf.get(file) ?? file.text.split('\n');
  linesOf.set(file, lines);
  return lines;
}

function spanFault({ file, start, end }: Span): string | undefined {
  if (!isRange({ start, end }, file.text)) return `${file.path} has no ${start}..${end} (of ${file.text.length})`;
  for (const offset of [start, end]) {
    const { line, column } = positionAt(file, offset);
    const lines = linesIn(file);
    const isThere = line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1;
    if (!isThere) return `${file.path} has no ${line}:${column}`;
  }
  return undefined;
}

function diagnosticFaults({ code, rule, severity, message, hint, span, related, fix }: Diagnostic): string[] {
  const explained = known.get(code);
  const edits = fix?.edits.toSorted((a, b) => a.span.start - b.span.start) ?? [];
  const texts = [message, ...(hint === undefined ? [] : [hint]), ...(fix ? [fix.title] : [])];
  return [
    ...(explained?.name === rule ? [] : ['it is explained nowhere']),
    ...(['error', 'warning', 'info'].includes(severity) ? [] : [`it has the severity ${severity}`]),
    ...[...texts, ...related.map((one) => one.message)]
      .filter((text) => !isShowable(text))
      .map((text) => `cannot be shown: ${JSON.stringify(text)}`),
    ...[span, ...related.map((one) => one.span), ...edits.map((one) => one.span)].flatMap(
      (one) => spanFault(one) ?? [],
    ),
    ...(edits.some((one, at) => at > 0 && one.span.start < edits[at - 1]!.span.end) ? ['its edits overlap'] : []),
  ];
}

const keysOf = ({ span, code, message }: Diagnostic): (string | number)[] => [
  span.file.path,
  span.start,
  span.end,
  code,
  message,
];

/** What must come first comes first: by file, place and code. */
function isInOrder(a: Diagnostic, b: Diagnostic): boolean {
  const [left, right] = [keysOf(a), keysOf(b)];
  const at = left.findIndex((key, index) => key !== right[index]);
  return at !== -1 && left[at]! < right[at]!;
}

/** What is wrong with a list of diagnostics, whatever they are about. */
export function listFaults(diagnostics: readonly Diagnostic[]): string[] {
  const faults = diagnostics.flatMap((one) => diagnosticFaults(one).map((fault) => `${one.code}: ${fault}`));
  diagnostics.forEach((one, at) => {
    const before = diagnostics[at - 1];
    if (before && !isInOrder(before, one)) faults.push(`${before.code} stands before ${one.code}, or twice`);
  });
  return faults;
}

/** What printing them shows of that: every format is tried, and none may put controls on a terminal. */
export function printingFaults(diagnostics: readonly Diagnostic[], files: readonly string[]): string[] {
  return formats.flatMap(({ name, print }) => {
    const printed = print(diagnostics, {
      colour: false,
      explain: (code) => known.get(code),
      files,
      projectPath: (path) => path,
      unread: [],
      version: '0',
    });
    return /[^\P{Cc}\n]/u.test(printed) ? [`${name} has control characters`] : [];
  });
}

/** Words that a text has only when something was put in that is not there. */
const leftovers = /\bundefined\b|\bNaN\b|\[object \w+\]/;

/** What is wrong with the outcome of a compilation; builds what was accepted. */
export function outcomeFaults(compilation: Compilation, input: string): string[] {
  const { diagnostics, devices, topology, fabric, plan } = compilation;
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    const isSilent = devices.length === 0 && [...compilation.artifacts()].length === 0;
    return isSilent ? [] : ['a rejected file has output'];
  }
  if (!topology || !fabric || !plan || devices.length === 0) return ['nothing was built, and no error says why'];
  const faults: string[] = [];
  const paths = new Set<string>();
  for (const { path, content } of compilation.artifacts()) {
    if (paths.has(path)) faults.push(`${path} is written twice`);
    paths.add(path);
    const isSafe = path.split('/').every((part) => /^[\w.@-][\w.@ -]*$/.test(part) && part !== '.' && part !== '..');
    if (!isSafe) faults.push(`${JSON.stringify(path)} is no path for an artifact`);
    const leftover = leftovers.exec(content)?.[0];
    if (leftover !== undefined && !input.includes(leftover)) faults.push(`${path} says ${leftover}`);
  }
  if (paths.size <= devices.length) faults.push('devices without artifacts');
  return faults;
}
