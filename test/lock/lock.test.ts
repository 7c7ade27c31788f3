import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { positionAt } from '../../src/diagnostics/span.ts';
import { lockPath, parseLock, printLock, releaseResting } from '../../src/lock/index.ts';
import type { Compilation } from '../../src/pipeline/compilation.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { exampleWith } from '../rules/check-text.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-lock-'));
  file = join(folder, 'fabric.yaml');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Compiles a fragment over the example and writes the lock, as a build does. */
function build(fragment: string): Compilation {
  writeFileSync(file, exampleWith(fragment));
  const compilation = compile(file);
  if (compilation.lock) writeFileSync(compilation.lock.path, printLock(compilation.lock.after));
  return compilation;
}

/** Compiles with an edited lock file. */
function buildWithLock(edit: (text: string) => string): Compilation {
  build('{}');
  const path = lockPath(file);
  const before = readFileSync(path, 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return compile(file);
}

/** Code and text of the line of each diagnostic. */
function placesOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, span }) => {
    const line = span.file.text.split('\n')[positionAt(span.file, span.start).line - 1] ?? '';
    return `${code} ${line.trim()}`;
  });
}

describe('a lock file', () => {
  it('is read back as it was written, an allocation a line, sorted', () => {
    const { lock } = build('{}');
    const text = printLock(lock!.after);
    const read = parseLock({ path: 'x.lock.json', text });
    expect(read.diagnostics).toEqual([]);
    expect(printLock(read.lock!)).toBe(text);
    const keys = [...text.matchAll(/^ {4}"([^"]+)": "[^"]*",?$/gm)].map((match) => match[1]!);
    const { facts, allocations } = lock!.after;
    expect(keys).toEqual([...[...facts.keys()].sort(), ...[...allocations.keys()].sort()]);
  });

  it('does not change when only the layout of the topology does', () => {
    const first = printLock(build('{}').lock!.after);
    writeFileSync(file, `# a comment\n${readFileSync(file, 'utf8')}`);
    expect(printLock(compile(file).lock!.after)).toBe(first);
  });

  it('keeps what was removed, gives it back when it returns, and to others when it is released', () => {
    const whole = 'racks: [{ name: r1 }, { name: r2 }, { name: r3 }]';
    const first = build(whole).lock!.after;
    const without = build('racks: [{ name: r1 }, { name: r3 }]').lock!.after;
    expect(without.resting.get('rack/r2')).toBe('1');
    expect(without.allocations.get('rack/r3')).toBe('2');
    const other = build('racks: [{ name: r1 }, { name: new }, { name: r3 }]').lock!.after;
    expect(other.allocations.get('rack/new')).toBe('3');
    expect(printLock(build(whole).lock!.after).replace(/"input".*/, '')).toContain('"rack/r2": "1"');
    expect(
      [...build(whole).lock!.after.allocations].filter(([key]) => first.allocations.get(key) !== undefined),
    ).toEqual([...first.allocations]);
    writeFileSync(lockPath(file), printLock(releaseResting(without)));
    expect(build('racks: [{ name: r1 }, { name: new }, { name: r3 }]').lock!.after.allocations.get('rack/new')).toBe(
      '1',
    );
  });
});

describe('a lock file that is wrong', () => {
  it.each([
    ['an address outside its pool', /("loopback\/spine1": ")[^"]*/, '$110.9.9.9', '"loopback/spine1": "10.9.9.9",'],
    ['what is no address', /("loopback\/spine1": ")[^"]*/, '$1spine', '"loopback/spine1": "spine",'],
    [
      'a link of the wrong length',
      /("p2p\/r1-leaf1--spine1#1": ")[^"]*/,
      '$110.254.0.0/30',
      '"p2p/r1-leaf1--spine1#1": "10.254.0.0/30",',
    ],
    ['host bits', /("subnet\/service\/r1": ")[^"]*/, '$110.20.0.1/24', '"subnet/service/r1": "10.20.0.1/24",'],
    [
      'what is no port',
      /("port\/r1-leaf1--spine1#1\/spine1": ")[^"]*/,
      '$1Ethernet1',
      '"port/r1-leaf1--spine1#1/spine1": "Ethernet1",',
    ],
    ['an allocation of no kind', /"rack\/r1"/, '"shelf/r1"', '"shelf/r1": "0",'],
    ['an address twice', /("loopback\/spine2": ")[^"]*/, '$110.255.0.1', '"loopback/spine2": "10.255.0.1",'],
    ['a key twice', /( {4}"rack\/r1": "0",\n)/, '$1$1', '"rack/r1": "0",'],
  ])('%s is reported at its line, and nothing is allocated anew in silence', (_what, form, replacement, line) => {
    const { diagnostics, devices } = buildWithLock((text) => text.replace(form, replacement));
    expect(placesOf(diagnostics)).toEqual([`PLAN011 ${line}`]);
    expect(devices).toEqual([]);
  });

  it.each([
    [
      'a merge conflict',
      (text: string) => text.replace('  "allocations"', '<<<<<<< HEAD\n  "allocations"'),
      '<<<<<<< HEAD',
    ],
    ['cut off', (text: string) => text.slice(0, text.length / 2), ''],
    ['of another version', (text: string) => text.replace('"lockVersion": 1', '"lockVersion": 99'), '{'],
    ['without a part', (text: string) => text.replace('"allocations"', '"allocation"'), '{'],
  ])('%s: one diagnostic', (_what, edit, line) => {
    const { diagnostics } = buildWithLock(edit);
    expect(diagnostics.map(({ code }) => code)).toEqual(['PLAN010']);
    expect(placesOf(diagnostics)[0]).toContain(line);
  });

  it('of another fabric is refused', () => {
    const { diagnostics } = buildWithLock((text) => text.replace('"fabric": "example"', '"fabric": "other"'));
    expect(placesOf(diagnostics)).toEqual(['PLAN012 "fabric": "other",']);
  });

  it('is as good after a merge conflict: either side, and another build', () => {
    build('racks: [{ name: r1 }, { name: r2 }]');
    const base = readFileSync(lockPath(file), 'utf8');
    const sides = [
      'racks: [{ name: r1 }, { name: r2 }, { name: mine }]',
      'racks: [{ name: r1 }, { name: r2 }, { name: theirs }]',
    ];
    const merged = 'racks: [{ name: r1 }, { name: r2 }, { name: mine }, { name: theirs }]';
    for (const side of sides) {
      writeFileSync(lockPath(file), base);
      const taken = build(side).lock!.after.allocations;
      const { diagnostics, lock } = build(merged);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const [key, value] of taken) expect(lock!.after.allocations.get(key)).toBe(value);
      expect(lock!.after.allocations.has('loopback/theirs-leaf1')).toBe(true);
    }
  });
});

describe('what must move', () => {
  it('when a pool changes moves with a warning, and the rest stays', () => {
    const before = build('{}').lock!.after.allocations;
    const { diagnostics, lock } = build(
      'addressing: { loopbacks: 10.252.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }',
    );
    expect(diagnostics.map(({ code, severity, message }) => `${severity} ${code} ${message}`)).toEqual([
      'warning PLAN013 loopback/r1-leaf1 moves from 10.255.0.65 to 10.252.0.65, because pool loopbacks changes from 10.255.0.0/24 to 10.252.0.0/24; 3 more move with it',
    ]);
    const moved = [...before]
      .filter(([key, value]) => lock!.after.allocations.get(key) !== value)
      .map(([key]) => key.split('/')[0]);
    expect(new Set(moved)).toEqual(new Set(['loopback']));
  });

  it('when a pin takes what another has moves the other, and says who took it', () => {
    build('{}');
    const { diagnostics, lock } = build('devices: { spine2: { loopback: 10.255.0.1 } }');
    expect(lock!.after.allocations.get('loopback/spine2')).toBe('10.255.0.1');
    const messages = diagnostics.map(({ code, message }) => `${code} ${message}`);
    expect(messages).toContainEqual(
      expect.stringMatching(/^PLAN013 loopback\/spine1 moves .* because the topology gives 10\.255\.0\.1 to spine2$/),
    );
  });
});

/** A group of servers, with a hint of its former name. */
function servers(hint: string): string {
  return `servers: [{ name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage]${hint} }]`;
}

describe('a rename', () => {
  it('of a rack keeps everything of the rack, its leaf and its servers', () => {
    const before = build(`racks: [{ name: r1, ${servers('')} }, { name: r2 }]`).lock!.after.allocations;
    const after = build(`racks: [{ name: row7, renamedFrom: r1, ${servers('')} }, { name: r2 }]`).lock!.after;
    expect([...after.resting]).toEqual([]);
    const renamed = [...before].map(([key, value]) => `${key.replaceAll(/\br1\b/g, 'row7')} ${value}`).sort();
    expect([...after.allocations].map(([key, value]) => `${key} ${value}`).sort()).toEqual(renamed);
  });

  it('of servers and of a spine keeps what they have', () => {
    const before = build(`racks: [{ name: r1, ${servers('')} }, { name: r2 }]`).lock!.after.allocations;
    const named = `racks: [{ name: r1, ${servers(', renamedFrom: "web-{rack}-{1..2}"').replace('name: "web', 'name: "www')} }, { name: r2 }]`;
    const after = build(named).lock!.after;
    expect(after.allocations.get('host/r1/www-r1-1')).toBe(before.get('host/r1/web-r1-1'));
    expect(after.allocations.get('port/www-r1-2--r1-leaf1#2/r1-leaf1')).toBe(
      before.get('port/web-r1-2--r1-leaf1#2/r1-leaf1'),
    );
    expect(after.resting.size).toBe(0);
  });

  it('whose hint has been followed says nothing any more', () => {
    build('racks: [{ name: r1 }, { name: r2 }]');
    build('racks: [{ name: row7, renamedFrom: r1 }, { name: r2 }]');
    const after = build('racks: [{ name: row7, renamedFrom: r1 }, { name: r2 }, { name: r1 }]').lock!.after.allocations;
    expect([after.get('rack/row7'), after.get('rack/r1')]).toEqual(['0', '2']);
  });

  it('that does not fit its pattern is a mistake', () => {
    const { diagnostics } = build('racks: [{ name: "r{1..2}", renamedFrom: "old{1..3}" }]');
    expect(diagnostics.map(({ code }) => code)).toEqual(['FAB003']);
  });
});
