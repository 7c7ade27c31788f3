import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  createConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { codeActionsAt } from './code-actions.ts';
import { completionsAt } from './completion.ts';
import { definitionsAt } from './definition.ts';
import { toLsp } from './diagnostics.ts';
import { guardWith } from './guard.ts';
import { hoverAt } from './hover.ts';
import type { Knowledge } from './knowledge.ts';
import { pathOf, uriOf } from './places.ts';
import { symbolsOf } from './symbols.ts';
import { Workspace } from './workspace.ts';

/** Files beside the open ones by which a topology changes: what it includes, its lock, templates, settings. */
const watched = '**/*.{yaml,yml,json,njk}';

function initialized(version: string): InitializeResult {
  return {
    serverInfo: { name: 'heddle', version },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters: [' ', '{', '[', ','] },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, `${CodeActionKind.SourceFixAll}.heddle`] },
      documentSymbolProvider: true,
      definitionProvider: true,
    },
  };
}

/** An editor that hears no more ends the server in a moment. */
const unheard = (): void => {};

/**
 * Serves an editor by the Language Server Protocol 3.17 until it says `exit`, closes the stream, or is there no more;
 * the process ends with that, by the protocol with 0 after `shutdown` and 1 without.
 */
export async function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  knowledge: Knowledge,
): Promise<never> {
  const connection = createConnection(input, output);
  const log = connection.console;
  const documents = new TextDocuments(TextDocument);
  const guard = guardWith((message) => log.error(message));
  const uri = (path: string): string => workspace.document(path)?.uri ?? uriOf(path);
  const workspace = new Workspace({
    guard,
    tell(message) {
      // A notification: of a request for a choice the editor's answer would have to be waited for.
      connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }).catch(unheard);
    },
    publish(path, diagnostics) {
      const version = workspace.document(path)?.version;
      const params = {
        uri: uri(path),
        ...(version === undefined ? {} : { version }),
        diagnostics: diagnostics.map((one) => toLsp(one, knowledge, uri)),
      };
      connection.sendDiagnostics(params).catch(unheard);
    },
  });

  // Whatever an answer of the editor does: it ends no server.
  process.on('unhandledRejection', (error) => log.error(String(error)));

  let canWatch = false;
  connection.onInitialize(({ capabilities }: InitializeParams) => {
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return initialized(knowledge.version);
  });
  connection.onInitialized(() => {
    if (!canWatch) return;
    const watchers = [{ globPattern: watched }];
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => log.error(`watching files: ${String(error)}`));
  });
  connection.onDidChangeWatchedFiles(() => guard('watched files', undefined, () => workspace.refresh()));

  documents.onDidChangeContent(({ document }) => guard('change', undefined, () => workspace.set(document)));
  documents.onDidSave(() => guard('save', undefined, () => workspace.refresh()));
  documents.onDidClose(({ document }) => guard('close', undefined, () => workspace.close(document.uri)));
  answer(connection, documents, workspace, knowledge, uri);
  documents.listen(connection);
  connection.listen();
  return new Promise<never>(() => {});
}

/** Answers what the editor asks of a place. */
function answer(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
  knowledge: Knowledge,
  uri: (path: string) => string,
): void {
  const log = connection.console;
  const guard = guardWith((message) => log.error(message));
  /** The answer about an open document, or `nothing`. */
  const about = <Answer>(what: string, at: string, nothing: Answer, run: (document: TextDocument) => Answer): Answer =>
    guard(what, nothing, () => {
      const document = documents.get(at);
      return document ? run(document) : nothing;
    });
  const analyses = (at: string) => {
    const path = pathOf(at);
    return path === undefined ? [] : workspace.analysesOf(path);
  };
  connection.onHover(({ textDocument, position }) =>
    about('hover', textDocument.uri, null, (document) => {
      return hoverAt(document, document.offsetAt(position), analyses(textDocument.uri), knowledge) ?? null;
    }),
  );
  connection.onCompletion(({ textDocument, position }) =>
    about('completion', textDocument.uri, [], (document) => {
      const path = pathOf(textDocument.uri);
      // While one types, the names of a moment ago will do.
      const known = path === undefined ? [] : workspace.knownAnalysesOf(path);
      return completionsAt(document, document.offsetAt(position), known, knowledge);
    }),
  );
  connection.onCodeAction(({ textDocument, range, context }) =>
    about('code actions', textDocument.uri, [], (document) => {
      // Of a file that two topologies include, what is wrong is wrong in both.
      const diagnostics = sortDiagnostics(analyses(textDocument.uri).flatMap((one) => one.diagnostics));
      const actions = codeActionsAt(document, range, diagnostics, knowledge, uri);
      const { only } = context;
      return only
        ? actions.filter(({ kind }) => only.some((one) => kind === one || kind?.startsWith(`${one}.`)))
        : actions;
    }),
  );
  connection.onDocumentSymbol(({ textDocument }) => about('symbols', textDocument.uri, [], symbolsOf));
  connection.onDefinition(({ textDocument, position }) =>
    about('definition', textDocument.uri, [], (document) =>
      definitionsAt(document, document.offsetAt(position), analyses(textDocument.uri), knowledge, uri),
    ),
  );
}
