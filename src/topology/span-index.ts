import type { Span } from '../diagnostics/span.ts';

interface ObjectSpans {
  readonly self: Span;
  readonly values: Map<string, Span>;
  readonly keys: Map<string, Span>;
}

/** Where the values of plain data stand in the files they were read from, by identity of the object that holds them. */
export class SpanIndex {
  readonly #objects = new WeakMap<object, ObjectSpans>();
  readonly #fallback: Span;

  /** `fallback` answers for data that no file holds, such as a default. */
  constructor(fallback: Span) {
    this.#fallback = fallback;
  }

  /** Notes where an object (map or list) stands. */
  addObject(holder: object, self: Span): void {
    this.#objects.set(holder, { self, values: new Map(), keys: new Map() });
  }

  /** Notes where one of its values stands, and its key. */
  addValue(holder: object, key: string | number, value: Span, keySpan: Span = value): void {
    const spans = this.#objects.get(holder);
    spans?.values.set(String(key), value);
    spans?.keys.set(String(key), keySpan);
  }

  /** Span of a value, else of the object that should hold it. */
  of(holder: object, key?: string | number): Span {
    const spans = this.#objects.get(holder);
    if (!spans) return this.#fallback;
    return (key === undefined ? undefined : spans.values.get(String(key))) ?? spans.self;
  }

  /** Span of the key rather than of its value: where an unknown or a duplicate key is shown. */
  ofKey(holder: object, key: string | number): Span {
    return this.#objects.get(holder)?.keys.get(String(key)) ?? this.of(holder, key);
  }

  /** True when it is known where an object stands. */
  hasObject(holder: object): boolean {
    return this.#objects.has(holder);
  }

  /** True when a file holds the value itself, false for a default. */
  has(holder: object, key: string | number): boolean {
    return this.#objects.get(holder)?.values.has(String(key)) ?? false;
  }
}
