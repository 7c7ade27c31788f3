import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { codeActionsAt } from '../../src/lsp/code-actions.ts';
import { guardWith } from '../../src/lsp/guard.ts';
import { uriOf } from '../../src/lsp/places.ts';
import { Workspace } from '../../src/lsp/workspace.ts';
import { smallTopology } from '../cli/command-line.ts';

const path = '/nowhere/fabric.yaml';
const wrong = smallTopology.replace(', storage]', ', storge]');

function documentOf(text: string, version: number): TextDocument {
  return TextDocument.create(uriOf(path), 'yaml', version, text);
}

/** A workspace, and the codes that it published last. */
function workspaceWith(options: { longest?: number } = {}): { workspace: Workspace; codes: () => string[] } {
  let codes: string[] = [];
  const publish = (_: string, diagnostics: readonly Diagnostic[]) => {
    codes = diagnostics.map(({ code }) => code);
  };
  const guard = guardWith((message) => expect.unreachable(message));
  return {
    workspace: new Workspace({ guard, publish, tell: (told) => expect.unreachable(told), ...options }),
    codes: () => codes,
  };
}

describe('the open files', () => {
  it('are looked at as they are now when somebody asks', () => {
    const { workspace, codes } = workspaceWith();
    workspace.set(documentOf(wrong, 1));
    expect(workspace.analysesOf(path)).toHaveLength(1);
    expect(codes()).toContain('FAB001');
    workspace.set(documentOf(smallTopology, 2));
    workspace.analysesOf(path);
    expect(codes()).toEqual([]);
  });

  it('are looked at when they are saved, where a look takes long; places of an older text repair nothing', () => {
    const { workspace, codes } = workspaceWith({ longest: 0 });
    workspace.set(documentOf(wrong, 1));
    workspace.settle();
    workspace.refresh();
    workspace.settle();
    expect(codes()).toContain('FAB001');
    const [analysis] = workspace.knownAnalysesOf(path);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const knowledge = { schema: {}, explanations: [], version: '1' };
    const actions = (text: string) =>
      codeActionsAt(documentOf(text, 2), range, analysis!.diagnostics, knowledge, uriOf);
    expect(actions(wrong)).not.toEqual([]);
    expect(actions(`# more\n${wrong}`)).toEqual([]);
    workspace.set(documentOf(smallTopology, 2));
    expect(workspace.analysesOf(path)).toEqual([analysis]);
    workspace.refresh();
    workspace.settle();
    expect(codes()).toEqual([]);
  });
});
