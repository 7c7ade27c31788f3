import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { trimmedEnd } from '../diagnostics/extent.ts';
import type { SourceFile, Span } from '../diagnostics/span.ts';

/** URI by which the client knows a file, from its absolute path. */
export type UriOf = (path: string) => string;

/** URI of a file, from its path. */
export function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}

/** Absolute path of a file; undefined for what is in no file. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? resolve(fileURLToPath(uri)) : undefined;
  } catch {
    return undefined;
  }
}

const documents = new WeakMap<SourceFile, TextDocument>();

/** The text of a file with its lines as the protocol counts them, where a lone carriage return ends one, too. */
function documentOf(file: SourceFile): TextDocument {
  let document = documents.get(file);
  if (!document) documents.set(file, (document = TextDocument.create(uriOf(file.path), 'yaml', 0, file.text)));
  return document;
}

/** A span as the protocol has it: lines and UTF-16 columns from 0. */
export function rangeOf({ file, start, end }: Span): Range {
  const document = documentOf(file);
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The part of a span to underline: of a block its first line, as all of it would drown what stands there. */
export function shownRange(span: Span): Range {
  const { text } = span.file;
  const end = Math.max(span.start, trimmedEnd(span));
  const lineBreak = text.slice(span.start, end).search(/[\r\n]/);
  return rangeOf({ ...span, end: lineBreak === -1 ? end : span.start + lineBreak });
}
