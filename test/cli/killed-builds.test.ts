import { hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { settleOutput } from '../../src/artifacts/output/index.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const kills = 50;
const path = useFolder();
const { start: startHeddle } = useHeddle();
const workFolder = () => path('out/.small.heddle');

/** Numbers from 0 to 1 that look random, the same in every run (a linear congruential generator). */
function* randoms(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** The sums of all files in a tree but its manifest, by path. */
function sumsOf(tree: string): Record<string, string> {
  const paths = readdirSync(tree, { recursive: true, encoding: 'utf8' })
    .filter((one) => one !== 'manifest.json' && statSync(join(tree, one)).isFile())
    .sort();
  return Object.fromEntries(paths.map((one) => [one, hash('sha256', readFileSync(join(tree, one)))]));
}

const manifestOf = (tree: string) => readFileSync(join(tree, 'manifest.json'), 'utf8');

/** Two fabrics of one name: in the second, racks are gone and every address is another. */
const topologies = {
  first: smallTopology.replace('r{1..2}', 'r{1..7}'),
  second: smallTopology.replace('r{1..2}', 'r{1..5}').replace('10.255.0.0', '10.249.0.0').replace('9000', '8000'),
};
const names = ['first', 'second'] as const;

const build = (name: string) => startHeddle(['build', path(`${name}.yaml`), '-o', path('out')]);

/** Waits until a build begins to write; false when it ended without. */
async function writing(ended: Promise<unknown>): Promise<boolean> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!existsSync(workFolder())) {
    if (isOver) return false;
    await after(1);
  }
  return true;
}

/** Milliseconds of a build from its start until it begins to write, and from then to its end. */
async function measure(name: string): Promise<{ before: number; writes: number }> {
  const start = performance.now();
  const { ended } = build(name);
  await writing(ended);
  const begun = performance.now();
  const { status, stderr } = await ended;
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return { before: begun - start, writes: performance.now() - begun };
}

it(
  `leaves the old output or the new one, whole, when killed at ${kills} random moments`,
  { timeout: 400_000 },
  async () => {
    const manifests = new Map<string, (typeof names)[number]>();
    for (const name of names) {
      writeFileSync(path(`${name}.yaml`), topologies[name]);
      expect((await heddle(['build', path(`${name}.yaml`), '-o', path(name)])).code).toBe(0);
      manifests.set(manifestOf(path(name, 'small')), name);
    }
    await measure('first');
    const { before, writes } = await measure('second');
    writeFileSync(path('out/small/NOTES.md'), 'mine');
    const counts = { ended: 0, left: 0, between: 0, first: 0, second: 0 };
    const random = randoms(20_260_101);
    const next = () => random.next().value as number;
    for (let kill = 0; kill < kills; kill++) {
      // The other one than what is there, so that each has something to replace.
      const there = manifests.get(manifestOf(path('out/small')));
      // What the last one left would be taken for what this one does.
      rmSync(workFolder(), { recursive: true, force: true });
      const { child, ended } = build(there === 'first' ? 'second' : 'first');
      // Half of them over the whole run, half of them over the time in which it writes.
      let moment = next() * (before + writes);
      if (kill % 2 === 1 && (await writing(ended))) moment = next() * writes;
      await after(moment);
      child.kill('SIGKILL');
      if ((await ended).status === 0) counts.ended++;
      if (existsSync(workFolder())) counts.left++;
      if (!existsSync(path('out/small'))) counts.between++;
      // As the next command does.
      settleOutput(path('out/small'));
      const name = manifests.get(manifestOf(path('out/small')));
      expect(name, `at ${moment} ms`).toBeDefined();
      counts[name!]++;
      const { files } = JSON.parse(manifestOf(path('out/small'))) as { files: Record<string, string> };
      const { 'NOTES.md': notes, ...rest } = sumsOf(path('out/small'));
      expect(rest, `at ${moment} ms`).toEqual(files);
      expect(notes).toBe(hash('sha256', 'mine'));
    }
    process.stdout.write(
      `killed builds: of ${kills}, over ${Math.round(before)} ms before and ${Math.round(writes)} ms of writing, ` +
        `${counts.ended} had ended, ${counts.left} left a work folder, ${counts.between} between the two renames; ` +
        `then ${counts.first} times the first output was there, ${counts.second} times the second\n`,
    );
    // That the moments were where something happens.
    expect(counts.left).toBeGreaterThan(kills / 10);
    expect(counts.first).toBeGreaterThan(0);
    expect(counts.second).toBeGreaterThan(0);
    for (const name of names) {
      const last = await heddle(['build', path(`${name}.yaml`), '-o', path('out')]);
      expect(last.code).toBe(0);
      expect(readdirSync(path('out'))).toEqual(['small']);
      expect((await heddle(['build', path(`${name}.yaml`), '-o', path('out'), '--check'])).code).toBe(0);
    }
  },
);

/** Makes the process end itself, as by the kernel, in place of the rename that would put the new output in place. */
const deathBetweenRenames = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const rename = fs.renameSync;
fs.renameSync = (from, to) => {
  if (String(from).endsWith('/new')) process.kill(process.pid, 'SIGKILL');
  rename(from, to);
};
syncBuiltinESMExports();
`;

/** Leaves the first output away from its place, as such a build of the second does. */
async function killBetween(): Promise<void> {
  for (const name of names) writeFileSync(path(`${name}.yaml`), topologies[name]);
  expect(await build('first').ended).toMatchObject({ status: 0 });
  writeFileSync(path('death.mjs'), deathBetweenRenames);
  const { ended } = startHeddle(['build', path('second.yaml'), '-o', path('out')], { before: path('death.mjs') });
  expect((await ended).status).toBe(null);
  expect(readdirSync(path('out'))).toEqual(['.small.heddle']);
}

describe('a build killed between its two renames', () => {
  it.each(['build --check', 'plan'])('is mended by %s', async (command) => {
    await killBetween();
    const [name = '', ...options] = command.split(' ');
    const { code, out, err } = await heddle([name, path('first.yaml'), '-o', path('out'), ...options]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    if (name === 'build') expect(out).toBe(`${path('out/small')} is what the topology says.\n`);
    expect(readdirSync(path('out'))).toEqual(['small']);
    expect(sumsOf(path('out/small'))).toEqual(
      (JSON.parse(manifestOf(path('out/small'))) as { files: Record<string, string> }).files,
    );
  });

  it('is mended by the next build, even one that then fails', async () => {
    await killBetween();
    const old = sumsOf(path('out/.small.heddle/old'));
    // A file of others where the output needs the place.
    writeFileSync(path('out/.small.heddle/old/switches/r8-leaf1'), 'mine');
    writeFileSync(path('first.yaml'), topologies.first.replace('r{1..7}', 'r{1..8}'));
    expect((await build('first').ended).status).toBe(2);
    expect(readdirSync(path('out'))).toEqual(['small']);
    expect(sumsOf(path('out/small'))).toEqual({ ...old, 'switches/r8-leaf1': hash('sha256', 'mine') });
  });
});
