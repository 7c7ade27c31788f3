import fc from 'fast-check';
import { bases, configOfBase, lockOfBase, lockedBase } from './bases.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { nastyLines, nastyPieces } from './nasty.ts';

const lineKinds = ['delete', 'duplicate', 'swap', 'indent', 'insert', 'join', 'repeat-block', 'graft'] as const;
const charKinds = ['cut', 'piece', 'drop', 'flip', 'return'] as const;

/** One change of a text: the numbers choose among its lines, its characters and what is put in. */
interface Change {
  readonly kind: (typeof lineKinds | typeof charKinds)[number];
  readonly at: number;
  readonly other: number;
}

/** What a character of the structure is turned into, by its place in the first. */
const [structure, flipped] = ['[]{}"\':,-# ', '{}[]\'"    	'] as const;

function changeLines(text: string, { kind, at, other }: Change): string {
  const lines = text.split('\n');
  const from = at % lines.length;
  const to = other % lines.length;
  const line = lines[from]!;
  switch (kind) {
    case 'delete':
      lines.splice(from, 1 + (other % 3));
      break;
    case 'duplicate':
      lines.splice(to, 0, line);
      break;
    case 'swap':
      lines[from] = lines[to]!;
      lines[to] = line;
      break;
    case 'indent':
      lines[from] = other % 2 === 0 ? line.replace(/^ {1,2}/, '') : `${[' ', '  ', '\t'][other % 3]!}${line}`;
      break;
    case 'insert':
      lines.splice(from, 0, nastyLines[other % nastyLines.length]!);
      break;
    case 'join':
      lines.splice(from, 2, line + (lines[from + 1] ?? '').trim());
      break;
    case 'repeat-block':
      lines.splice(to, 0, ...lines.slice(from, from + 1 + (other % 12)));
      break;
    default: {
      // The head of this file and the tail of another.
      const another = bases[other % bases.length]!.split('\n');
      return [...lines.slice(0, from), ...another.slice(at % another.length)].join('\n');
    }
  }
  return lines.join('\n');
}

function changeCharacters(text: string, { kind, at, other }: Change): string {
  const offset = at % (text.length + 1);
  switch (kind) {
    case 'cut':
      return text.slice(0, offset);
    case 'piece':
      return text.slice(0, offset) + nastyPieces[other % nastyPieces.length]! + text.slice(offset);
    case 'drop':
      return text.slice(0, offset) + text.slice(offset + 1 + (other % 8));
    case 'return':
      return other % 2 === 0 ? text.replaceAll('\n', ['\r\n', '\r', '\n\n'][at % 3]!) : text.replaceAll('  ', '\t');
    default: {
      const marks = [...text.matchAll(/[[\]{}"':,\-# ]/g)];
      const mark = marks[at % marks.length];
      if (!mark) return text;
      return text.slice(0, mark.index) + flipped[structure.indexOf(mark[0])]! + text.slice(mark.index + 1);
    }
  }
}

const change: fc.Arbitrary<Change> = fc.record({
  // Those of lines leave more files that can be read at all.
  kind: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...lineKinds) }, fc.constantFrom(...charKinds)),
  at: fc.nat(1_000_000),
  other: fc.nat(1_000_000),
});

const isOfLines = (one: Change): boolean => (lineKinds as readonly string[]).includes(one.kind);

function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((before, one) => (isOfLines(one) ? changeLines : changeCharacters)(before, one), text);
}

const changes = fc.array(change, { minLength: 1, maxLength: 3 });

/** A valid file with a few changes to its text. */
export const textCases: fc.Arbitrary<FuzzCase> = fc
  .record({ base: fc.nat(bases.length - 1), changes })
  .map(({ base, changes }) => ({ 'topology.yaml': changed(bases[base]!, changes) }));

/** A valid file beside a lock file with a few changes to its text. */
export const lockCases: fc.Arbitrary<FuzzCase> = changes.map((changes) => ({
  'topology.yaml': lockedBase,
  'topology.lock.json': changed(lockOfBase, changes),
}));

/** A valid file with a few changes to the config above it. */
export const configCases: fc.Arbitrary<FuzzCase> = fc
  .record({ base: fc.nat(bases.length - 1), changes })
  .map(({ base, changes }) => ({
    'topology.yaml': bases[base]!,
    'heddle.config.yaml': changed(configOfBase, changes),
  }));
