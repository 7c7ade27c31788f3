import { countDiagnostics, describeCounts } from '../count.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import { extentOf } from '../extent.ts';
import { type Format, type FormatOptions, reportedPath } from './format.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** What the runner undoes in the text of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** What the runner undoes in the value of a property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`;
}

function annotation(diagnostic: Diagnostic, options: FormatOptions): string {
  const { severity, code, rule, message, span, related, hint } = diagnostic;
  const { start, end } = extentOf(span);
  const notes = related.map((other) => {
    const at = extentOf(other.span).start;
    return `note: ${reportedPath(other.span.file.path, options)}:${at.line}:${at.column}: ${other.message}`;
  });
  const properties = {
    file: reportedPath(span.file.path, options),
    line: start.line,
    endLine: end.line,
    // The runner drops columns of what spans lines.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: `${code} ${rule}`,
  };
  const lines = [message, ...notes, ...(hint === undefined ? [] : [`hint: ${hint}`])];
  return command(commands[severity], properties, lines.join('\n'));
}

/**
 * For the log of a GitHub Actions step: a workflow command for each, which annotates its line in a pull request.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Format = {
  name: 'github',
  summary: 'for the log of GitHub Actions: annotations of a pull request',
  print(diagnostics, options) {
    const unread = (options.unread ?? []).map(({ path, message }) =>
      command('error', { file: reportedPath(path, options), title: 'heddle' }, message),
    );
    const lines = diagnostics.map((diagnostic) => annotation(diagnostic, options));
    return `${[...unread, ...lines].join('')}${describeCounts(countDiagnostics(diagnostics))}\n`;
  },
};
