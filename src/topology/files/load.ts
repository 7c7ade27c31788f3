import { posix } from 'node:path';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../diagnostics/span.ts';
import { mergeInto } from './merge.ts';
import { type PlainMap, isMap } from '../plain.ts';
import { fileHasContent, includeExists, noIncludeCycle } from '../problems/files.ts';
import { expectedType } from '../problems/shape.ts';
import { type Overlay, identityOf, readSource } from './source.ts';
import { SpanIndex } from '../span-index.ts';
import { applySynonyms } from './synonyms.ts';
import { found } from '../words.ts';
import { convertDocument } from '../yaml/convert.ts';
import { parseYaml } from '../yaml/parse.ts';

/** What a file and the files it includes hold together. */
export interface Loaded {
  /** Absent when the file itself holds no map. */
  readonly data?: PlainMap;
  readonly spans: SpanIndex;
  readonly files: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** False when a part is missing, so that absence of something means nothing. */
  readonly isWhole: boolean;
}

// Not empty, and nothing that a terminal would obey when a message repeats it.
const pathForm = /^[^\p{Cc}]+$/u;

class Loading {
  readonly files: SourceFile[] = [];
  readonly diagnostics: Diagnostic[] = [];
  isWhole = true;
  readonly spans: SpanIndex;
  /** Real paths of the files that were read: a file that two others include counts once. */
  readonly #read = new Set<string>();
  readonly #open: string[] = [];
  readonly #overlay: Overlay | undefined;

  constructor(spans: SpanIndex, overlay: Overlay | undefined) {
    this.spans = spans;
    this.#overlay = overlay;
  }

  /** Data of a file with all it includes below it. */
  load(file: SourceFile): PlainMap | undefined {
    const identity = identityOf(file.path, this.#overlay);
    this.#read.add(identity);
    this.files.push(file);
    const data = this.#parse(file);
    if (!data) {
      this.isWhole = false;
      return undefined;
    }
    this.#open.push(identity);
    const included = this.#included(file, data).map(({ path, span }) => this.#include(path, span));
    // Later files win over earlier ones, so the last is put below this one first.
    for (const below of included.toReversed()) {
      if (!below) continue;
      delete below.include;
      mergeInto(data, below, this.spans);
    }
    this.#open.pop();
    return data;
  }

  #parse(file: SourceFile): PlainMap | undefined {
    const parsed = parseYaml(file);
    if ('diagnostic' in parsed) {
      this.diagnostics.push(parsed.diagnostic);
      return undefined;
    }
    const { data, diagnostics } = convertDocument(parsed.document, file, this.spans);
    this.diagnostics.push(...diagnostics);
    if (isMap(data)) {
      this.diagnostics.push(...applySynonyms(data, this.spans));
      return data;
    }
    if (data !== undefined) {
      const start = parsed.document.contents?.range[0] ?? 0;
      this.diagnostics.push(diagnose(fileHasContent, { found: found(data) }, { file, start, end: start }));
    }
    return undefined;
  }

  #included(file: SourceFile, data: PlainMap): { written: string; path: string; span: Span }[] {
    if (!Object.hasOwn(data, 'include')) return [];
    const list = data.include;
    if (!Array.isArray(list)) {
      this.#reject(data, 'include', 'a list of files');
      delete data.include;
      return [];
    }
    const paths: { written: string; path: string; span: Span }[] = [];
    list.forEach((item, at) => {
      if (typeof item === 'string' && pathForm.test(item)) {
        const path = posix.isAbsolute(item) ? item : posix.join(posix.dirname(file.path), item);
        paths.push({ written: item, path, span: this.spans.of(list, at) });
      } else this.#reject(list, at, 'the path of a file');
    });
    data.include = paths.map(({ written }) => written);
    return paths;
  }

  #reject(holder: object, key: string | number, expected: string): void {
    this.isWhole = false;
    const value = (holder as Record<string | number, unknown>)[key];
    const path = typeof key === 'number' ? `include[${key}]` : key;
    this.diagnostics.push(diagnose(expectedType, { path, expected, found: found(value) }, this.spans.of(holder, key)));
  }

  #include(path: string, span: Span): PlainMap | undefined {
    const source = readSource(path, span, this.#overlay);
    if ('file' in source) {
      const identity = identityOf(path, this.#overlay);
      if (this.#open.includes(identity)) {
        this.diagnostics.push(diagnose(noIncludeCycle, { path }, span));
        return undefined;
      }
      return this.#read.has(identity) ? undefined : this.load(source.file);
    }
    this.isWhole = false;
    this.diagnostics.push(
      'diagnostic' in source ? source.diagnostic : diagnose(includeExists, { reason: source.failure.message }, span),
    );
    return undefined;
  }
}

/** Reads the data of a topology file that is open, with every file it includes. */
export function loadFiles(file: SourceFile, overlay?: Overlay): Loaded {
  const spans = new SpanIndex({ file, start: 0, end: 0 });
  const loading = new Loading(spans, overlay);
  const data = loading.load(file);
  const { files, diagnostics, isWhole } = loading;
  return { ...(data ? { data } : {}), spans, files, diagnostics, isWhole };
}
