import { printable } from '../../../diagnostics/printable.ts';
import { type FabricChange, type FileChange, hasChanges } from '../fabric-change.ts';
import { type Detail, furtherDetails, hunkHead, pressingDetails } from './details.ts';
import { headlines } from './headlines.ts';
import { summariseRacks } from './rack-summary.ts';

/** Files whose hunks are shown, unless all are asked for: a comment on GitHub holds 65,536 characters. */
const mostFiles = 20;
const mostLines = 50;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' };

/** Text that Markdown takes as it is. */
function plain(text: string): string {
  return text.replaceAll(/[&<>|]/g, (char) => entities[char]!).replaceAll(/[\\`*_[\]]/g, '\\$&');
}

/** Text in a code block, whose fence is longer than any in the text. */
function fenced(language: string, lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...lines.map(printable), fence];
}

function folded(summary: string, body: readonly string[]): string[] {
  return ['<details>', `<summary>${plain(summary)}</summary>`, '', ...body, '', '</details>', ''];
}

function printDetail({ heading, lines }: Detail, verbose: boolean): string[] {
  const shown = verbose ? lines : lines.slice(0, mostLines);
  const rest = lines.length - shown.length;
  const items = [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].map((line) => `- ${plain(line)}`);
  return folded(`${heading} (${lines.length})`, items);
}

function printFile({ path, added, removed, hunks }: FileChange): string[] {
  const body =
    hunks.length === 0
      ? ['Too much to show.']
      : fenced(
          'diff',
          hunks.flatMap((hunk) => [hunkHead(hunk), ...hunk.lines]),
        );
  return folded(`${path} (+${added} -${removed})`, body);
}

/** The change as the text of a pull request: tables first, everything else folded. */
export function printMarkdown(change: FabricChange, verbose: boolean): string {
  const title = `## heddle plan: ${plain(change.fabric)}`;
  if (!hasChanges(change)) return `${title}\n\nNothing to do.\n`;
  const files = change.files.filter(({ kind }) => kind === 'changed');
  const shown = verbose ? files : files.slice(0, mostFiles);
  const details = [...pressingDetails(change), ...(verbose ? furtherDetails(change) : [])];
  const lines = [
    title,
    '',
    '| rack | change |',
    '| --- | --- |',
    ...summariseRacks(change).map(({ racks, what }) => `| ${plain(racks)} | ${plain(what.join(', '))} |`),
    '',
    '| impact | |',
    '| --- | --- |',
    ...headlines(change).map(
      ({ about, text, alarming }) => `| ${about} | ${alarming ? `**${plain(text)}**` : plain(text)} |`,
    ),
    '',
    ...details.flatMap((detail) => printDetail(detail, verbose)),
    ...shown.flatMap(printFile),
    ...(shown.length < files.length ? [`… and ${files.length - shown.length} more files with changes.`, ''] : []),
    ...(change.secretsCompared ? [] : ['Secrets were not compared, as they are not all there.', '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
