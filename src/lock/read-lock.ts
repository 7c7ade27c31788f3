import { readFileSync } from 'node:fs';
import { type Diagnostic, type Related, diagnose } from '../diagnostics/diagnostic.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { type SourceFile, type Span, lineStarts } from '../diagnostics/span.ts';
import { rowOf } from '../fabric/earlier.ts';
import { checkEntry } from './check-entry.ts';
import { type ReadLock, lockVersion } from './lock.ts';
import { soundEntry, unreadableLock } from './problems.ts';

/** Path of the lock file beside a topology file: `x.yaml` has `x.lock.json`. */
export function lockPath(topologyPath: string): string {
  return `${topologyPath.replace(/\.(ya?ml|json)$/i, '')}.lock.json`;
}

/** Text of a lock file; undefined when there is none. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ExpectedError(`Cannot read the lock file ${path} (${code})`, { cause: error });
  }
}

/** Places of the entries, by key: each line that holds one. Of a key that stands twice, the last, as JSON has it. */
function placesOf(file: SourceFile): {
  readonly places: ReadonlyMap<string, Span>;
  readonly repeated: readonly [string, Span, Span][];
} {
  const places = new Map<string, Span>();
  const repeated: [string, Span, Span][] = [];
  const form = /"((?:[^"\\]|\\.)*)"\s*:\s*"(?:[^"\\]|\\.)*"/g;
  for (const match of file.text.matchAll(form)) {
    const key = match[1]!;
    const span = { file, start: match.index, end: match.index + match[0].length };
    const before = places.get(key);
    if (before) repeated.push([key, span, before]);
    places.set(key, span);
  }
  return { places, repeated };
}

/** Where JSON.parse gave up, as far as its message tells. */
function faultSpan(file: SourceFile, message: string): Span {
  const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(file.text);
  const position = /position (\d+)/.exec(message);
  const start = conflict ? conflict.index : Math.min(Number(position?.[1] ?? 0), file.text.length);
  return { file, start, end: Math.min(start + (conflict ? 7 : 1), file.text.length) };
}

function stringMap(value: unknown): Map<string, string> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, one]) => typeof one === 'string') ? new Map(entries as [string, string][]) : undefined;
}

/** Entries of one row that have the same value, where no two may. */
function* clashes(entries: ReadonlyMap<string, string>): Generator<[string, string]> {
  const holders = new Map<string, string>();
  for (const [key, value] of entries) {
    const place = `${rowOf(key)} ${value}`;
    const holder = holders.get(place);
    if (holder !== undefined) yield [key, holder];
    else holders.set(place, key);
  }
}

export interface LockResult {
  /** The lock without its unsound entries; absent when there is no file, or none that can be read. */
  readonly lock?: ReadLock;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file that is no lock as a whole. */
function unreadable(fault: string, span: Span): LockResult {
  return { diagnostics: [diagnose(unreadableLock, { fault }, span)] };
}

/** Reads a lock from its text; what is wrong is reported at its line. */
export function parseLock(file: SourceFile): LockResult {
  const whole = { file, start: 0, end: lineStarts(file)[1] ?? file.text.length };
  let data: unknown;
  try {
    data = JSON.parse(file.text);
  } catch (error) {
    const span = faultSpan(file, (error as Error).message);
    return unreadable(
      /^[<=>]{7}/.test(file.text.slice(span.start)) ? 'it holds a merge conflict' : 'it is not JSON',
      span,
    );
  }
  const {
    lockVersion: version,
    fabric,
    input,
    facts: givenFacts,
    allocations,
    resting,
  } = (data ?? {}) as Record<string, unknown>;
  if (version !== lockVersion)
    return unreadable(
      `its version is ${JSON.stringify(version) ?? 'missing'}, and this heddle writes ${lockVersion}`,
      whole,
    );
  const [facts, alive, rested] = [givenFacts, allocations, resting].map(stringMap);
  if (typeof fabric !== 'string' || typeof input !== 'string' || !facts || !alive || !rested) {
    return unreadable('it lacks a part, or a part has the wrong form', whole);
  }
  const { places, repeated } = placesOf(file);
  const spanOf = (key: string): Span => places.get(key) ?? whole;
  const diagnostics: Diagnostic[] = [];
  const drop = (key: string, fault: string, span = spanOf(key), related: readonly Related[] = []): void => {
    const value = alive.get(key) ?? rested.get(key) ?? '';
    diagnostics.push(diagnose(soundEntry, { key, value, fault }, span, related));
    alive.delete(key);
    rested.delete(key);
  };
  for (const [key, span, first] of repeated)
    drop(key, 'it stands twice', span, [{ message: `the first ${key}`, span: first }]);
  // What rests may be of another design of the file, with other platforms and pools.
  for (const [entries, known] of [[alive, facts] as const, [rested, new Map<string, string>()] as const]) {
    for (const [key, value] of entries) {
      const fault = checkEntry(key, value, known);
      if (fault !== undefined) drop(key, fault);
    }
  }
  for (const [key, holder] of clashes(new Map([...alive, ...rested]))) {
    drop(key, `${holder} has it too`, spanOf(key), [{ message: holder, span: spanOf(holder) }]);
  }
  return { lock: { fabric, input, facts, allocations: alive, resting: rested, spanOf }, diagnostics };
}

/**
 * Reads the lock file of a topology file.
 * @throws ExpectedError when it is there and cannot be read.
 */
export function readLock(topologyPath: string): LockResult {
  const path = lockPath(topologyPath);
  const text = readText(path);
  return text === undefined ? { diagnostics: [] } : parseLock({ path: path.replaceAll('\\', '/'), text });
}
