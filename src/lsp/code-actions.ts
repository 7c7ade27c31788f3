import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { resolve } from 'node:path';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { compatibleEdits } from '../lint/apply-fixes.ts';
import { toLsp } from './diagnostics.ts';
import type { Knowledge } from './knowledge.ts';
import { type UriOf, pathOf, rangeOf, shownRange } from './places.ts';
import { placeAt } from './tolerant-yaml.ts';

function workspaceEdit(edits: readonly Edit[], uri: UriOf): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of edits) {
    (changes[uri(resolve(span.file.path))] ??= []).push({ range: rangeOf(span), newText: text });
  }
  return { changes };
}

/** A comment for a line: at its end, or above it where its end has one already; undefined where it would be part of a text. */
function commentEdit(document: TextDocument, line: number, comment: string): TextEdit | undefined {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const content = text.trimEnd();
  const indent = content.search(/\S|$/);
  const runsOn = (character: number) => {
    const place = placeAt(document.getText(), document.offsetAt({ line, character }));
    if (!place) return false;
    const [first, last] = [place.range.start, place.range.end].map((offset) => document.positionAt(offset).line);
    return character === indent ? first !== line : last !== line;
  };
  const isAbove = content.includes('#');
  if (runsOn(isAbove ? indent : content.length)) return undefined;
  const at = { line, character: isAbove ? indent : content.length };
  const newText = isAbove ? `${comment}\n${' '.repeat(indent)}` : ` ${comment}`;
  return { range: { start: at, end: at }, newText };
}

const overlaps = (a: Range, b: Range): boolean => a.start.line <= b.end.line && b.start.line <= a.end.line;

/** What can be done about what is wrong in a part of a file. */
export function codeActionsAt(
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  knowledge: Knowledge,
  uri: UriOf,
): CodeAction[] {
  const path = pathOf(document.uri);
  const text = document.getText();
  // Of a text that was edited since, places are no more where they were.
  const own = diagnostics.filter(({ span: { file } }) => resolve(file.path) === path && file.text === text);
  const actions: CodeAction[] = [];
  for (const diagnostic of own) {
    const shown = shownRange(diagnostic.span);
    if (!overlaps(shown, range)) continue;
    const about = { diagnostics: [toLsp(diagnostic, knowledge, uri)] };
    const { fix, severity, rule } = diagnostic;
    if (fix) {
      actions.push({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        edit: workspaceEdit(fix.edits, uri),
        ...about,
      });
    }
    const edit =
      severity === 'error' ? undefined : commentEdit(document, shown.start.line, `# heddle-ignore ${rule}: reason`);
    if (edit) {
      actions.push({
        title: `Suppress ${rule} with a comment`,
        kind: CodeActionKind.QuickFix,
        edit: { changes: { [document.uri]: [edit] } },
        ...about,
      });
    }
  }
  const { edits: all } = compatibleEdits(own);
  if (all.length > 0) {
    actions.push({
      title: 'Repair all that has one right repair',
      kind: `${CodeActionKind.SourceFixAll}.heddle`,
      edit: workspaceEdit(all, uri),
    });
  }
  return actions;
}
