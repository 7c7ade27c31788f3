import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkArtifacts, originOf, settleOutput, writeArtifacts } from '../../src/artifacts/output/index.ts';
import { treeOf } from '../support/tree.ts';

type Files = Readonly<Record<string, string>>;

let folder = '';
const out = () => join(folder, 'out');
const target = () => join(folder, 'out', 'fab');
const origin = originOf('fab', 'l3', []);
const outputOf = (files: Files) => ({
  target: target(),
  artifacts: Object.entries(files).map(([path, content]) => ({ path, content })),
  origin,
});

const oldFiles = { 'switches/a/a.cfg': 'old', 'switches/gone/gone.cfg': 'old', top: 'old' };
const newFiles = { 'switches/a/a.cfg': 'new', 'switches/new/new.cfg': 'new', top: 'new' };
const mine = { 'NOTES.md': 'mine', 'switches/gone/photo': 'mine', 'drawings/plan': 'mine' };

/** A fresh old output with files of others in it. */
function lay(): void {
  rmSync(out(), { recursive: true, force: true });
  writeArtifacts(outputOf(oldFiles));
  for (const [path, content] of Object.entries(mine)) {
    mkdirSync(join(target(), path, '..'), { recursive: true });
    writeFileSync(join(target(), path), content);
  }
}

let search: string | undefined;
beforeEach(() => {
  // Without the program `sync` each file is brought to the disk by itself, in steps of this process.
  search = process.env['PATH'];
  process.env['PATH'] = '';
  folder = mkdtempSync(join(tmpdir(), 'heddle-broken-off-'));
  lay();
});
afterEach(() => {
  process.env['PATH'] = search;
  rmSync(folder, { recursive: true, force: true });
});

const steps = [
  'chmodSync',
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'symlinkSync',
  'writeFileSync',
] as const;

class Death extends Error {}

/**
 * Runs an action as a process that dies before its step on files of that number: that one and all that come after it
 * do nothing but throw. Returns the names of the steps done.
 */
function dyingAt(last: number, action: () => void): string[] {
  const originals = steps.map((name) => [name, fs[name]] as const);
  const done: string[] = [];
  for (const [name, original] of originals) {
    const replacement = (...args: readonly unknown[]): unknown => {
      if (done.length >= last) throw new Death();
      done.push(name);
      return Reflect.apply(original, fs, args);
    };
    Object.assign(fs, { [name]: replacement });
  }
  syncBuiltinESMExports();
  try {
    action();
  } catch (error) {
    if (!(error instanceof Death)) throw error;
  } finally {
    Object.assign(fs, Object.fromEntries(originals));
    syncBuiltinESMExports();
  }
  return done;
}

/** The output without its manifest, which must be there. */
function output(): Record<string, string> {
  const { 'manifest.json': manifest, ...rest } = treeOf(target());
  expect(manifest).toContain('"heddle"');
  return rest;
}

const isOld = () => readFileSync(join(target(), 'top'), 'utf8') === 'old';
const write = () => void writeArtifacts(outputOf(newFiles));

/** Paths that were brought to the disk, and renames, in their order. */
function syncsOf(action: () => void): string[] {
  const { openSync, fsyncSync, renameSync } = fs;
  const open = new Map<number, string>();
  const done: string[] = [];
  fs.openSync = (path, ...more) => {
    const descriptor = openSync(path, ...more);
    open.set(descriptor, String(path));
    return descriptor;
  };
  fs.fsyncSync = (descriptor) => {
    done.push(open.get(descriptor) ?? '');
    fsyncSync(descriptor);
  };
  fs.renameSync = (from, to) => {
    done.push('rename');
    renameSync(from, to);
  };
  syncBuiltinESMExports();
  try {
    action();
  } finally {
    Object.assign(fs, { openSync, fsyncSync, renameSync });
    syncBuiltinESMExports();
  }
  return done.map((path) => path.replace(fs.realpathSync(out()), 'out'));
}

describe('a new output', () => {
  const whole = ['top', 'switches', 'switches/a', 'switches/new', 'manifest.json', 'switches/new/new.cfg', 'NOTES.md'];

  it('is on the disk before it takes its place, file by file and folder by folder', () => {
    const done = syncsOf(write);
    const swap = done.indexOf('rename', done.indexOf('rename') + 1);
    const before = done.slice(0, swap);
    for (const path of ['', ...whole.map((one) => `/${one}`)]) expect(before).toContain(`out/.fab.heddle/new${path}`);
    expect(before.slice(-2)).toEqual(['out/.fab.heddle', 'out']);
    expect(done.slice(swap, swap + 4)).toEqual(['rename', 'rename', 'out', 'out/.fab.heddle']);
  });

  it('is brought there at once where the system has a program for it', () => {
    process.env['PATH'] = search;
    const done = syncsOf(write);
    expect(done.filter((path) => path.startsWith('out/.fab.heddle/new'))).toEqual([]);
    expect(done.filter((path) => path === 'out')).toHaveLength(2);
    expect(output()).toEqual({ ...newFiles, ...mine });
  });
});

describe('an output whose writing broke off', () => {
  it('is whole, old or new, at every step, and keeps the files of others', () => {
    const all = dyingAt(Infinity, write);
    expect(all.filter((name) => name === 'renameSync')).toHaveLength(4);
    expect(all.length).toBeGreaterThan(40);
    const seen = { old: 0, new: 0, between: 0 };
    for (let last = 0; last < all.length; last++) {
      lay();
      dyingAt(last, write);
      if (!existsSync(target())) seen.between++;
      expect(settleOutput(target())).toBe(fs.realpathSync(target()));
      expect(output(), `step ${last}`).toEqual({ ...(isOld() ? oldFiles : newFiles), ...mine });
      seen[isOld() ? 'old' : 'new']++;
      write();
      expect(output(), `after step ${last}`).toEqual({ ...newFiles, ...mine });
      expect(readdirSync(out()), `after step ${last}`).toEqual(['fab']);
    }
    expect(seen.between).toBe(1);
    expect(seen.old).toBeGreaterThan(20);
    expect(seen.new).toBeGreaterThan(3);
  });

  it('is recovered by a process that breaks off at any step of that', () => {
    // The step before the second rename of the swap.
    const before = dyingAt(Infinity, write);
    const renames = before.flatMap((name, index) => (name === 'renameSync' ? [index] : []));
    for (const rename of renames.slice(1)) {
      for (let last = 0; last < 30; last++) {
        lay();
        dyingAt(rename, write);
        dyingAt(last, () => void settleOutput(target()));
        dyingAt(last, write);
        settleOutput(target());
        expect(output(), `rename ${rename}, step ${last}`).toEqual({ ...(isOld() ? oldFiles : newFiles), ...mine });
      }
      write();
      expect(readdirSync(out())).toEqual(['fab']);
    }
  });

  it('is found and put back by a check', () => {
    const renames = dyingAt(Infinity, write).flatMap((name, index) => (name === 'renameSync' ? [index] : []));
    lay();
    dyingAt(renames[2] ?? 0, write);
    expect(existsSync(target())).toBe(false);
    expect(checkArtifacts(outputOf(oldFiles))).toEqual([]);
    expect(output()).toEqual({ ...oldFiles, ...mine });
    expect(readdirSync(out())).toEqual(['fab']);
  });
});

/** Writes while somebody does something in the old tree after heddle looked at it: as it makes the swap. */
function writeWhile(action: () => void): void {
  const original = fs.renameSync;
  fs.renameSync = (from, to) => {
    if (from === fs.realpathSync(folder) + '/out/fab') action();
    original(from, to);
  };
  syncBuiltinESMExports();
  try {
    write();
  } finally {
    fs.renameSync = original;
    syncBuiltinESMExports();
  }
}

describe('files of others', () => {
  it('are kept when they come while heddle writes', () => {
    writeWhile(() => {
      writeFileSync(join(target(), 'late'), 'late');
      mkdirSync(join(target(), 'more'));
      writeFileSync(join(target(), 'switches/gone/late'), 'late');
      writeFileSync(join(target(), 'NOTES.md'), 'written in place');
    });
    expect(output()).toEqual({
      ...newFiles,
      ...mine,
      'NOTES.md': 'written in place',
      late: 'late',
      'switches/gone/late': 'late',
      more: 'empty folder',
    });
  });

  it('are kept beside when their place was taken meanwhile', () => {
    writeWhile(() => {
      rmSync(join(target(), 'NOTES.md'));
      writeFileSync(join(target(), 'NOTES.md'), 'saved anew');
      mkdirSync(join(target(), 'switches/new'));
      writeFileSync(join(target(), 'switches/new/new.cfg'), 'by hand');
    });
    expect(output()).toEqual({
      ...newFiles,
      ...mine,
      'NOTES.md.kept': 'saved anew',
      'switches/new/new.cfg.kept': 'by hand',
    });
  });

  it('are moved where the file system has no hard links', () => {
    const original = fs.linkSync;
    fs.linkSync = () => {
      throw Object.assign(new Error('no'), { code: 'EPERM', syscall: 'link' });
    };
    syncBuiltinESMExports();
    try {
      expect(writeArtifacts(outputOf(newFiles)).foreign).toBe(3);
      const renames = dyingAt(Infinity, write).flatMap((name, index) => (name === 'renameSync' ? [index] : []));
      lay();
      // Killed after the swap and before the move.
      dyingAt((renames[2] ?? 0) + 1, write);
      expect(existsSync(join(target(), 'NOTES.md'))).toBe(false);
      write();
      expect(output()).toEqual({ ...newFiles, ...mine });
    } finally {
      fs.linkSync = original;
      syncBuiltinESMExports();
    }
  });

  it('lie in folders that keep their mode, and read-only folders do not stop a build', () => {
    chmodSync(join(target(), 'drawings'), 0o700);
    chmodSync(join(target(), 'switches/gone'), 0o500);
    write();
    expect(lstatSync(join(target(), 'drawings')).mode & 0o777).toBe(0o700);
    expect(lstatSync(join(target(), 'switches/gone')).mode & 0o777).toBe(0o500);
    expect(output()).toEqual({ ...newFiles, ...mine });
    expect(readdirSync(out())).toEqual(['fab']);
  });
});
