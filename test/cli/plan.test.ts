import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
const write = (text: string) => writeFileSync(path('small.yaml'), text);
beforeEach(() => write(smallTopology));

const run = (command: string, ...more: string[]) => heddle([command, path('small.yaml'), '-o', path('out'), ...more]);
const plan = (...more: string[]) => run('plan', ...more);
const grown = smallTopology.replace('spines: { count: 2', 'spines: { count: 3');

const resting = () =>
  Object.keys((JSON.parse(readFileSync(path('small.lock.json'), 'utf8')) as { resting: object }).resting);

describe('heddle plan', () => {
  it('has nothing to do after a build', async () => {
    await run('build');
    expect(await plan('--detailed-exitcode')).toEqual({ code: 0, out: 'small: nothing to do.\n', err: '' });
  });

  it('shows what a build would change, and writes nothing', async () => {
    await run('build');
    write(grown);
    const files = () => readdirSync(path('.'), { recursive: true, encoding: 'utf8' }).sort();
    const before = [files(), readFileSync(path('small.lock.json'), 'utf8')];
    const { code, out, err } = await plan();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('+ 1 spine');
    expect(out).toContain('Addresses  0 of what is there change');
    expect(out).toContain('none that stays loses connectivity');
    expect([files(), readFileSync(path('small.lock.json'), 'utf8')]).toEqual(before);
  });

  it('promises what the build then does', async () => {
    await run('build');
    write(grown);
    const planned = JSON.parse((await plan('--format', 'json')).out) as { files: { path: string; kind: string }[] };
    const old = new Map(planned.files.map((file) => [file.path, existsSync(path('out/small', file.path))]));
    await run('build');
    for (const { path: file, kind } of planned.files) {
      expect(old.get(file), file).toBe(kind !== 'added');
      expect(existsSync(path('out/small', file)), file).toBe(kind !== 'removed');
    }
    expect((await plan('--detailed-exitcode')).code).toBe(0);
  });

  it.each([
    ['nothing', smallTopology, 0],
    ['changes', grown, 2],
    ['errors', smallTopology.replace('vlan: 30', 'vlan: 5000'), 1],
  ])('ends with --detailed-exitcode for %s', async (_, text, code) => {
    await run('build');
    write(text);
    expect((await plan('--detailed-exitcode')).code).toBe(code);
  });

  it('does without the output where there is a lock', async () => {
    await run('build');
    rmSync(path('out'), { recursive: true });
    expect((await plan('--detailed-exitcode')).code).toBe(0);
    write(grown);
    const { code, out } = await plan('--detailed-exitcode');
    expect(code).toBe(2);
    expect(out).toContain('not compared: there is no output of an earlier build');
  });

  it('does without the lock where there is an output', async () => {
    await run('build');
    rmSync(path('small.lock.json'));
    write(smallTopology.replace('p2pLinks: 10.254.0.0/24', 'p2pLinks: 10.252.0.0/24'));
    const { out } = await plan();
    expect(out).toContain('Addresses  8 of what is there change');
  });

  it('needs no secrets, and says what it could not compare', async () => {
    write(`design: l3-ebgp\n${smallTopology}routing: { bgp: { authentication: { key: env:PLAN_KEY } } }\n`);
    const built = await heddle(['build', path('small.yaml'), '-o', path('out')], { env: { PLAN_KEY: 'hunter2' } });
    expect(built.code).toBe(0);
    expect(await plan('--detailed-exitcode')).toEqual({ code: 0, out: 'small: nothing to do.\n', err: '' });
    write(readFileSync(path('small.yaml'), 'utf8').replace('spines: { count: 2', 'spines: { count: 3'));
    const { code, out } = await plan('--verbose');
    expect(code).toBe(0);
    expect(out).toContain('Secrets were not compared');
    expect(out).not.toContain('hunter2');
    const changed = await heddle(['plan', path('small.yaml'), '-o', path('out'), '--verbose'], {
      env: { PLAN_KEY: 'other-key' },
    });
    expect(changed.out).toContain('authentication changes');
    expect(changed.out).not.toMatch(/hunter2|other-key/);
  });

  it('finds an output of a redacted build unchanged', async () => {
    write(`${smallTopology}routing: { bgp: { authentication: { key: env:PLAN_KEY } } }\n`);
    await run('build', '--redact');
    const { code, out } = await heddle(['plan', path('small.yaml'), '-o', path('out'), '--detailed-exitcode'], {
      env: { PLAN_KEY: 'hunter2' },
    });
    expect({ code, out }).toEqual({ code: 0, out: 'small: nothing to do.\n' });
  });

  it('prints Markdown and steps', async () => {
    await run('build');
    write(grown);
    expect((await plan('--format', 'markdown')).out).toMatch(/^## heddle plan: small\n\n\| rack \| change \|\n/);
    const steps = (await plan('--steps')).out;
    expect(steps).toContain('spine3');
    expect(steps).toContain('no rack loses more than one path');
    expect(JSON.parse((await plan('--steps', '--format', 'json')).out)).toHaveProperty('steps');
  });

  it('gives back with --release what rests, and touches nothing else', async () => {
    write(grown);
    await run('build');
    write(smallTopology);
    await run('build');
    expect(resting()).toContain('loopback/spine3');
    expect((await plan()).out).toContain('nothing to do');
    expect(resting()).toContain('loopback/spine3');
    const released = await plan('--release', '--detailed-exitcode');
    expect(released.code).toBe(0);
    expect(released.err).toContain('given back');
    expect(resting()).toEqual([]);
    expect((await plan('--release')).err).toContain('Nothing rests');
    expect((await plan('--detailed-exitcode')).code).toBe(0);
  });
});
