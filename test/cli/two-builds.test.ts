import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { useHeddle } from '../support/heddle-process.ts';
import { treeOf } from '../support/tree.ts';
import { smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
const { start } = useHeddle();
const args = () => ['build', path('small.yaml'), '-o', path('out')];

/** So many servers that there is time to stop it while it writes. */
beforeEach(() => writeFileSync(path('small.yaml'), smallTopology.replace('r{1..2}', 'r{1..8}')));

const since = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** Starts a build and stops it where it writes. */
async function stoppedBuild() {
  const build = start(args());
  while (!existsSync(path('out/.small.heddle'))) await after(1);
  build.child.kill('SIGSTOP');
  return build;
}

describe('two builds at once', () => {
  it('wait for each other and both end well', async () => {
    expect((await start(args()).ended).status).toBe(0);
    const before = treeOf(path('out'));
    const verdicts = await Promise.all(Array.from({ length: 4 }, () => start(args()).ended));
    for (const { status, stderr } of verdicts) {
      expect(status, stderr).toBe(0);
      for (const line of stderr.trimEnd().split('\n')) {
        expect(line).toMatch(
          /^$|^Waiting: process \d+ has been writing it since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$/,
        );
      }
    }
    expect(treeOf(path('out'))).toEqual(before);
  });

  it('are one too many when the first does not end: the second says who has it', async () => {
    const first = await stoppedBuild();
    const second = await start(args()).ended;
    expect(second.status).toBe(2);
    expect(second.stderr).toMatch(
      new RegExp(
        `^Waiting: (process ${first.child.pid} has been writing it since [-\\d]+ [:\\d]+ UTC)\\.\n` +
          `error: Cannot write ${path('out/small')}: \\1\n  hint: wait for it; if that process is not heddle, delete `,
      ),
    );
    first.child.kill('SIGCONT');
    expect((await first.ended).status).toBe(0);
    expect(readdirSync(path('out'))).toEqual(['small']);
    expect((await start([...args(), '--check']).ended).status).toBe(0);
  });

  it('are not in question when the first was killed: its place is taken over', async () => {
    const first = await stoppedBuild();
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(path('out/.small.heddle/holder'))).toBe(true);
    const verdicts = await Promise.all(Array.from({ length: 3 }, () => start(args()).ended));
    expect(verdicts.map(({ status, stderr }) => `${status} ${stderr.replaceAll(/^Waiting.*\n/gm, '')}`)).toEqual([
      '0 ',
      '0 ',
      '0 ',
    ]);
    expect(readdirSync(path('out'))).toEqual(['small']);
    expect((await start([...args(), '--check']).ended).status).toBe(0);
  });

  it('are told apart from another process that has the number of a dead one', async () => {
    const first = await stoppedBuild();
    first.child.kill('SIGKILL');
    await first.ended;
    const file = path('out/.small.heddle/holder');
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    // This test's own process runs, but did not start when the holder did.
    writeFileSync(file, JSON.stringify({ ...holder, pid: process.pid }));
    expect(await start(args()).ended).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(path('out'))).toEqual(['small']);
  });

  it('may be on two machines: one that cannot be seen is believed for an hour', async () => {
    const first = await stoppedBuild();
    first.child.kill('SIGKILL');
    await first.ended;
    const file = path('out/.small.heddle/holder');
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...holder, host: 'elsewhere', since: since(0.9) }));
    const refused = await start(args()).ended;
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(`process ${String(holder['pid'])} on elsewhere has been writing it since`);
    writeFileSync(file, JSON.stringify({ ...holder, host: 'elsewhere', since: since(1.1) }));
    expect(await start(args()).ended).toMatchObject({ status: 0, stderr: '' });
  });

  it('do not trip over what a loss of power made of a holder', async () => {
    const first = await stoppedBuild();
    first.child.kill('SIGKILL');
    await first.ended;
    writeFileSync(path('out/.small.heddle/holder'), '\0\0\0');
    expect(await start(args()).ended).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(path('out'))).toEqual(['small']);
  });
});
