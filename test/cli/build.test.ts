import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
beforeEach(() => writeFileSync(path('small.yaml'), smallTopology));

const build = (...more: string[]) => heddle(['build', path('small.yaml'), '-o', path('out'), ...more]);

/** Contents of every file below a folder, by path. */
function filesBelow(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    paths
      .filter((one) => statSync(join(folder, one)).isFile())
      .map((one) => [one, readFileSync(join(folder, one), 'utf8')]),
  );
}

describe('heddle build', () => {
  it('writes the output and prints what it made and where to look', async () => {
    const { code, out, err } = await build();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = filesBelow(path('out/small'));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'addressing/addresses.csv',
        'addressing/addresses.json',
        'cabling/cables.csv',
        'manifest.json',
        'switches/spine1/frr.conf',
      ]),
    );
    expect(out).toMatch(/^small \(l3-ospf-ibgp\)$/m);
    expect(out).toContain('4 switches: 2 spines on frr, 2 leafs on frr');
    expect(out).toContain('4 servers: 4 web');
    expect(out).toContain('12 links: 4 uplinks, 8 to servers');
    const rows = files.get('addressing/addresses.csv')?.trimEnd().split('\n').length ?? 0;
    expect(out).toContain(`${rows - 1} addresses: 4 loopbacks, 4 out-of-band, 8 on links, 4 gateways, 8 of servers`);
    expect(out).toContain(`${files.size} files, `);
    for (const place of ['switches/spine1/', 'servers/r1/', 'addressing/addresses.csv', 'cabling/cables.csv']) {
      expect(out).toContain(`  ${path('out/small')}/${place} `);
      expect(existsSync(path('out/small', place))).toBe(true);
    }
  });

  it('lists in the cable plan each cable of the fabric once, with the ports as configs spell them', async () => {
    await build();
    const [header, ...rows] = readFileSync(path('out/small/cabling/cables.csv'), 'utf8').trimEnd().split('\n');
    expect(header).toContain('cable,a_rack,');
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(12);
    expect(rows.every((row) => row.endsWith(',estimated'))).toBe(true);
  });

  it('writes the same bytes from another place', async () => {
    await build();
    writeFileSync(path('copy.yaml'), smallTopology);
    await heddle(['build', path('copy.yaml'), '-o', path('deep/er')]);
    expect(filesBelow(path('deep/er/small'))).toEqual(filesBelow(path('out/small')));
  });

  it('writes nothing while there is an error, and leaves the old output', async () => {
    await build();
    const before = filesBelow(path('out'));
    writeFileSync(
      path('small.yaml'),
      smallTopology.replace('vlan: 30', 'vlan: 5000').replace('[service, storage]', '[serivce]'),
    );
    const { code, out, err } = await build();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${path('small.yaml')}:`);
    expect(err).toMatch(/\n2 errors\nNothing was written\.\n$/);
    expect(filesBelow(path('out'))).toEqual(before);
  });

  it('prints warnings and builds all the same', async () => {
    appendFileSync(path('small.yaml'), 'links: [{ a: r1-leaf1, z: spine1 }, { a: r1-leaf1, z: spine1 }]\n');
    const lint = await heddle(['lint', path('small.yaml')]);
    const { code, err } = await build();
    expect(code).toBe(0);
    expect(lint.out).toContain('warning');
    expect(err).toBe(lint.out);
  });

  it('refuses a folder that is not its own', async () => {
    await build();
    rmSync(path('out/small/manifest.json'));
    const { code, out, err } = await build();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^error: Cannot write .*out\/small: it is not an output of heddle/);
    expect(err).toContain('hint: ');
  });

  it('keeps files of others and says so', async () => {
    await build();
    writeFileSync(path('out/small/NOTES.md'), 'mine');
    const { code, out } = await build();
    expect(code).toBe(0);
    expect(out).toContain('; 1 file of others left as they were');
    expect(readFileSync(path('out/small/NOTES.md'), 'utf8')).toBe('mine');
  });
});

describe('heddle build --check', () => {
  it('is content right after a build', async () => {
    await build();
    expect(await build('--check')).toEqual({
      code: 0,
      out: `${path('out/small')} is what the topology says.\n`,
      err: '',
    });
  });

  it('names the file in which one byte changed, and writes nothing', async () => {
    await build();
    const file = path('out/small/switches/spine2/frr.conf');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text.slice(0, -2)}X\n`);
    const before = filesBelow(path('out'));
    const { code, out, err } = await build('--check');
    expect(code).toBe(1);
    expect(out).toBe(`changed ${file}\n`);
    expect(err).toMatch(/^1 difference; /);
    expect(filesBelow(path('out'))).toEqual(before);
  });

  it('says that there is no output', async () => {
    const { code, out } = await build('--check');
    expect({ code, out }).toEqual({
      code: 1,
      out: `missing ${path('small.lock.json')}\nmissing ${path('out/small')}\n`,
    });
    expect(existsSync(path('out'))).toBe(false);
  });

  it('notices a change of the topology', async () => {
    await build();
    writeFileSync(path('small.yaml'), smallTopology.replace('{1..2}"', '{1..3}"'));
    const { code, out } = await build('--check');
    expect(code).toBe(1);
    expect(out).toContain(`missing ${path('out/small/servers/r1/web-r1-3/')}`);
    expect(out).toContain(`changed ${path('out/small/manifest.json')}`);
  });
});

describe('terminal', () => {
  it('gets a line of progress that is taken away again', async () => {
    const { err, out } = await heddle(['build', path('small.yaml'), '-o', path('out')], { tty: true });
    expect(err).toContain('reading the topology');
    expect(err).toContain('8 of 8 devices');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
    expect(err).not.toContain('\n');
    expect(out).toContain('\u001b[1msmall\u001b[22m');
  });

  it('gets lines no wider than itself', async () => {
    const { err } = await heddle(['build', path('small.yaml'), '-o', path('out')], { tty: true, columns: 20 });
    for (const line of err.split('\r\u001b[K')) expect(line.length).toBeLessThan(20);
    // Some terminals do not know how wide they are.
    const unknown = await heddle(['build', path('small.yaml'), '-o', path('out')], { tty: true, columns: 0 });
    expect(unknown.err).toContain('8 of 8 devices');
  });

  it.each([
    ['NO_COLOR', [], { NO_COLOR: '1' }],
    ['--no-color', ['--no-color'], {}],
    ['a dumb terminal', [], { TERM: 'dumb' }],
  ])('gets no colours with %s', async (_, args, env: Record<string, string>) => {
    writeFileSync(path('small.yaml'), 'name: 1');
    const { err } = await heddle(['build', path('small.yaml'), ...args], { tty: true, env });
    expect(err).toContain('error');
    expect(err).not.toContain('\u001b[3');
    expect((await heddle(['build', path('small.yaml')], { tty: true })).err).toContain('\u001b[31m');
  });

  it('is not assumed', async () => {
    writeFileSync(path('small.yaml'), 'name: 1');
    const { err } = await heddle(['build', path('small.yaml')]);
    expect(err).not.toContain('\u001b');
    expect(err).not.toContain('\r');
  });
});
