import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CompletionRequest,
  type CompletionItem,
  DefinitionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializeRequest,
  type InitializeResult,
  InitializedNotification,
  type Location,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  ShutdownRequest,
  createProtocolConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Text of a diagnostic. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** Most milliseconds that a test waits for the server to say something. */
const patience = 20_000;

/** An editor: it starts the server, speaks the protocol with it over its streams, and keeps what it was told. */
export class Editor {
  readonly child: ChildProcessWithoutNullStreams;
  readonly connection: ProtocolConnection;
  /** What the server logged: nothing, as long as nothing in it fails. */
  readonly logged: string[] = [];
  /** What the user was shown in a message of its own. */
  readonly shown: string[] = [];
  stderr = '';
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly #documents = new Map<string, TextDocument>();
  readonly #waiting = new Set<() => void>();

  constructor(main: string, args: readonly string[] = ['--stdio']) {
    this.child = spawn(process.execPath, [main, 'lsp', ...args]);
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.connection = createProtocolConnection(this.child.stdout, this.child.stdin);
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#diagnostics.set(params.uri, params);
      for (const check of this.#waiting) check();
    });
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.shown.push(message);
    });
    this.connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = {}, processId = process.pid): Promise<InitializeResult> {
    const params = { processId, rootUri: null, capabilities };
    const result = await this.connection.sendRequest(InitializeRequest.type, params);
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  /** Ends the server as the protocol says; its exit code. */
  async shutDown(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    const ended = new Promise<number | null>((resolve) => this.child.on('exit', resolve));
    await this.connection.sendNotification(ExitNotification.type);
    return ended;
  }

  async open(path: string, text: string): Promise<void> {
    const uri = uriOf(path);
    this.#documents.set(uri, TextDocument.create(uri, 'yaml', 1, text));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  async close(path: string): Promise<void> {
    this.#documents.delete(uriOf(path));
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path) },
    });
  }

  async save(path: string): Promise<void> {
    await this.connection.sendNotification(DidSaveTextDocumentNotification.type, {
      textDocument: { uri: uriOf(path) },
    });
  }

  text(path: string): string {
    return this.#documents.get(uriOf(path))!.getText();
  }

  /** Puts `text` in the place of a part of the file, as typing does. */
  async edit(path: string, start: number, end: number, text: string): Promise<void> {
    const document = this.#documents.get(uriOf(path))!;
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    const version = document.version + 1;
    TextDocument.update(document, [{ range, text }], version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version },
      contentChanges: [{ range, text }],
    });
  }

  /** Replaces the first `from` in the file. */
  async replace(path: string, from: string, to: string): Promise<void> {
    const start = this.text(path).indexOf(from);
    if (start === -1) throw new Error(`${from} is not in ${path}`);
    await this.edit(path, start, start + from.length, to);
  }

  /** The diagnostics of a file, once they are as wanted; those of its newest text, where it is open. */
  diagnostics(path: string, isWanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const uri = uriOf(path);
    return new Promise((resolve, reject) => {
      const told = () => JSON.stringify(this.#diagnostics.get(uri)?.diagnostics.map(messageOf));
      const timer = setTimeout(() => reject(new Error(`waited in vain; last: ${told()}; ${this.stderr}`)), patience);
      const check = () => {
        const latest = this.#diagnostics.get(uri);
        const version = this.#documents.get(uri)?.version;
        if (!latest || (version !== undefined && latest.version !== version) || !isWanted(latest.diagnostics)) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(latest.diagnostics);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Codes of the diagnostics of a file, once there are that many. */
  async codes(path: string, count: number): Promise<unknown[]> {
    return (await this.diagnostics(path, ({ length }) => length === count)).map(({ code }) => code);
  }

  /** Where `needle` stands in the file, with the cursor at its `|` if it has one. */
  at(path: string, needle: string) {
    const cursor = Math.max(0, needle.indexOf('|'));
    const start = this.text(path).indexOf(needle.replace('|', ''));
    if (start === -1) throw new Error(`${needle} is not in ${path}`);
    const position = this.#documents.get(uriOf(path))!.positionAt(start + cursor);
    return { textDocument: { uri: uriOf(path) }, position };
  }

  async hover(path: string, needle: string): Promise<string> {
    const hover: Hover | null = await this.connection.sendRequest(HoverRequest.type, this.at(path, needle));
    return (hover?.contents as { value?: string } | undefined)?.value ?? '';
  }

  async complete(path: string, needle: string): Promise<CompletionItem[]> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, this.at(path, needle));
    return answer as CompletionItem[];
  }

  async define(path: string, needle: string): Promise<Location[]> {
    return (await this.connection.sendRequest(DefinitionRequest.type, this.at(path, needle))) as Location[];
  }

  async symbols(path: string): Promise<DocumentSymbol[]> {
    const textDocument = { uri: uriOf(path) };
    return (await this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
  }

  async actions(path: string, needle: string, only?: string[]): Promise<CodeAction[]> {
    const { textDocument, position } = this.at(path, needle);
    const range = { start: position, end: position };
    const context = { diagnostics: [], ...(only ? { only } : {}) };
    return (await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context,
    })) as CodeAction[];
  }

  /** Does what an action says to the open files. */
  async apply(action: CodeAction): Promise<void> {
    for (const [uri, edits] of Object.entries(action.edit?.changes ?? {})) {
      const document = this.#documents.get(uri)!;
      const text = TextDocument.applyEdits(document, edits);
      const version = document.version + 1;
      TextDocument.update(document, [{ text }], version);
      await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    }
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
