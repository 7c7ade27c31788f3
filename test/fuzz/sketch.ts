import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/**
 * YAML before it is text: with duplicate keys, aliases before their anchors and whatever else a document model
 * would not write. Texts are as they stand in the file.
 */
export type Sketch = ScalarSketch | MapSketch | ListSketch;

interface Marked {
  /** Tag or anchor before the value. */
  mark?: string;
}

export interface ScalarSketch extends Marked {
  kind: 'scalar';
  text: string;
}

export interface MapSketch extends Marked {
  kind: 'map';
  entries: { key: string; value: Sketch }[];
}

export interface ListSketch extends Marked {
  kind: 'list';
  items: Sketch[];
}

export const scalar = (text: string): ScalarSketch => ({ kind: 'scalar', text });

/** Sketch of a valid document; its comments are lost. */
export function sketchOf(text: string): Sketch {
  const sketch = (node: unknown): Sketch => {
    const mark = (node as { anchor?: string } | null)?.anchor;
    const marked = mark === undefined ? {} : { mark: `&${mark}` };
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }) => ({ key: sketchedText(key, text), value: sketch(value) }));
      return { kind: 'map', entries, ...marked };
    }
    if (isSeq(node)) return { kind: 'list', items: node.items.map(sketch), ...marked };
    return { ...scalar(sketchedText(node, text)), ...marked };
  };
  return sketch(parseDocument(text).contents);
}

function sketchedText(node: unknown, text: string): string {
  if (isAlias(node)) return `*${node.source}`;
  if (!isScalar(node)) return '~';
  const source = text.slice(node.range?.[0], node.range?.[1]);
  return source.includes('\n') ? JSON.stringify(node.value) : source;
}

/** Lines in blocks to a depth of four, below that in brackets, as people write topologies. */
export function writeSketch(sketch: Sketch, depth = 0): string {
  const mark = sketch.mark === undefined ? '' : `${sketch.mark} `;
  if (sketch.kind === 'scalar') return mark + sketch.text;
  const indent = '  '.repeat(depth);
  if (sketch.kind === 'map') {
    if (depth >= 4 || sketch.entries.length === 0) {
      return `${mark}{ ${sketch.entries.map(({ key, value }) => `${key}: ${writeSketch(value, 9)}`).join(', ')} }`;
    }
    const lines = sketch.entries.map(({ key, value }) => `\n${indent}${key}: ${writeSketch(value, depth + 1)}`);
    return mark.trimEnd() + lines.join('');
  }
  if (depth >= 4 || sketch.items.length === 0) {
    return `${mark}[${sketch.items.map((item) => writeSketch(item, 9)).join(', ')}]`;
  }
  return mark.trimEnd() + sketch.items.map((item) => `\n${indent}- ${writeSketch(item, depth + 1)}`).join('');
}

/** A place in a sketch: what stands there can be replaced, taken out or put in again. */
export interface Place {
  readonly value: Sketch;
  /** Its key in the file's words; `-` in a list. */
  readonly key: string;
  readonly depth: number;
  readonly replace: (value: Sketch) => void;
  readonly remove: () => void;
  readonly repeat: (times: number) => void;
}

/** Every place below a sketch, in the order of the text. */
export function placesOf(sketch: Sketch, depth = 0): Place[] {
  if (sketch.kind === 'scalar') return [];
  if (sketch.kind === 'list') {
    const { items } = sketch;
    return items.flatMap((value, at) => [
      {
        value,
        key: '-',
        depth,
        replace: (other) => void (items[at] = other),
        remove: () => void items.splice(at, 1),
        repeat: (times) => void items.push(...Array.from({ length: times }, () => value)),
      },
      ...placesOf(value, depth + 1),
    ]);
  }
  const { entries } = sketch;
  return entries.flatMap((entry, at) => [
    {
      value: entry.value,
      key: entry.key,
      depth,
      replace: (other) => void (entry.value = other),
      remove: () => void entries.splice(at, 1),
      repeat: () => void entries.splice(at, 0, { ...entry }),
    },
    ...placesOf(entry.value, depth + 1),
  ]);
}

/** Every map of a sketch, itself included. */
export function mapsOf(sketch: Sketch): MapSketch[] {
  const own = sketch.kind === 'map' ? [sketch] : [];
  return [...own, ...placesOf(sketch).flatMap(({ value }) => (value.kind === 'map' ? [value] : []))];
}
