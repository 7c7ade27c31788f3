import type { Severity } from '../diagnostic.ts';
import { extentOf } from '../extent.ts';
import { type Position, type Span, positionAt } from '../span.ts';
import { type FormatOptions, reportedPath } from './format.ts';

export const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * A text as a SARIF message: what looks like a placeholder is written as section 3.11.5 says. Other braces are left
 * alone, against its letter, as readers show a message without arguments as it is.
 */
export function sarifText(text: string): string {
  return text.replaceAll(/\{(\d+)\}/g, '{{$1}}');
}

/** A path as a URI: of a relative one, the part after the root of the project. */
export function artifactLocation(path: string): object {
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` };
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: { readonly start: Position; readonly end: Position }): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Exactly the characters of a span; the end is the column after the last one. */
export function exactRegion({ file, start, end }: Span): object {
  return region({ start: positionAt(file, start), end: positionAt(file, end) });
}

/** The place of a span without the white space at its end. */
export function physicalLocation(span: Span, options: FormatOptions): object {
  return {
    artifactLocation: artifactLocation(reportedPath(span.file.path, options)),
    region: region(extentOf(span)),
  };
}
