import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { useHeddle } from '../support/heddle-process.ts';
import { treeOf } from '../support/tree.ts';
import { describeWith, run } from '../support/verifier.ts';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
beforeEach(() => writeFileSync(path('small.yaml'), smallTopology));
const build = (...more: string[]) => heddle(['build', path('small.yaml'), '-o', path('out'), ...more]);

/** Expects a build to fail by its environment with a message, and nothing else. */
async function expectRefusal(message: string): Promise<void> {
  const { code, out, err } = await build();
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err.split('\n')[0]).toBe(`error: ${message}`);
}

describe('a symbolic link', () => {
  it('as out/ is followed', async () => {
    mkdirSync(path('elsewhere'));
    symlinkSync('elsewhere', path('out'));
    expect((await build()).code).toBe(0);
    expect((await build('--check')).code).toBe(0);
    expect(readlinkSync(path('out'))).toBe('elsewhere');
    expect(readdirSync(path('elsewhere'))).toEqual(['small']);
    expect(existsSync(path('elsewhere/small/manifest.json'))).toBe(true);
  });

  it('as the folder of the fabric is followed, and stays one', async () => {
    mkdirSync(path('out'));
    mkdirSync(path('elsewhere/deep'), { recursive: true });
    symlinkSync('../elsewhere/deep', path('out/small'));
    for (let time = 0; time < 2; time++) expect((await build()).code).toBe(0);
    expect((await build('--check')).code).toBe(0);
    expect(readlinkSync(path('out/small'))).toBe('../elsewhere/deep');
    expect(existsSync(path('elsewhere/deep/manifest.json'))).toBe(true);
    expect(readdirSync(path('elsewhere'))).toEqual(['deep']);
  });

  it('to nothing is refused, as out/ and as the folder of the fabric', async () => {
    symlinkSync('nowhere', path('out'));
    await expectRefusal(
      `Cannot write ${path('out/small')}: ${path('out')} is a symbolic link to something that is not there`,
    );
    rmSync(path('out'));
    mkdirSync(path('out'));
    symlinkSync('nowhere', path('out/small'));
    await expectRefusal(`Cannot write ${path('out/small')}: it is a symbolic link to something that is not there`);
    expect(existsSync(path('nowhere'))).toBe(false);
    expect(existsSync(path('out/nowhere'))).toBe(false);
  });

  it('in a circle is refused', async () => {
    symlinkSync('out', path('out'));
    await expectRefusal(`Cannot write ${path('out/small')}: its symbolic links lead in a circle`);
  });

  it('in place of a folder of the output is not written through', async () => {
    await build();
    rmSync(path('out/small/switches'), { recursive: true });
    mkdirSync(path('precious'));
    writeFileSync(path('precious/file'), 'mine');
    symlinkSync('../../precious', path('out/small/switches'));
    await expectRefusal(
      `Cannot write ${path('out/small')}: the file ${path('out/small/switches')} there is not heddle's`,
    );
    expect(treeOf(path('precious'))).toEqual({ file: 'mine' });
    expect(readlinkSync(path('out/small/switches'))).toBe('../../precious');
  });

  it('in place of a file of the output is replaced, and where it leads to stays', async () => {
    await build();
    rmSync(path('out/small/switches/spine1/frr.conf'));
    writeFileSync(path('precious'), 'mine');
    symlinkSync(path('precious'), path('out/small/switches/spine1/frr.conf'));
    expect((await build()).code).toBe(0);
    expect(readFileSync(path('precious'), 'utf8')).toBe('mine');
    expect(readFileSync(path('out/small/switches/spine1/frr.conf'), 'utf8')).toContain('spine1');
  });
});

describe('a file in the way', () => {
  it.each([
    ['out', (file: string) => `${file} is a file, not a directory`],
    ['out/small', () => 'it is a file, not a directory'],
  ])('as %s is refused and stays', async (place, reason) => {
    if (place !== 'out') mkdirSync(path('out'));
    writeFileSync(path(place), 'mine');
    await expectRefusal(`Cannot write ${path('out/small')}: ${reason(path(place))}`);
    expect(readFileSync(path(place), 'utf8')).toBe('mine');
  });

  it('in the place of a new device is refused and stays', async () => {
    await build();
    mkdirSync(path('out/small/servers/r3'));
    writeFileSync(path('out/small/servers/r3/web-r3-1'), 'mine');
    const before = treeOf(path('out'));
    writeFileSync(path('small.yaml'), smallTopology.replace('r{1..2}', 'r{1..3}'));
    const { code, err } = await build();
    expect(code).toBe(2);
    expect(err).toContain(`the file ${path('out/small/servers/r3/web-r3-1')} there is not heddle's`);
    expect(err).toContain('hint: the output needs its place; move it away');
    expect(treeOf(path('out'))).toEqual(before);
  });
});

describe('a name', () => {
  it.each([
    ['of the fabric', 'name: small', (name: string) => `name: ${name}`],
    ['of a rack', 'name: r{1..2}', (name: string) => `name: ${name}`],
    ['of a server', '"web-{rack}-{1..2}"', (name: string) => name],
  ])('%s cannot leave the directory', async (_, place, form) => {
    expect(smallTopology).toContain(place);
    for (const name of ['../up', '/etc', '..', '.', 'a/../../b', 'a\\\\..\\\\b', '.hidden/..', 'a\\0b', 'con/x']) {
      writeFileSync(
        path('small.yaml'),
        smallTopology.replace(place, form(JSON.stringify(name).replaceAll('\\\\', '\\'))),
      );
      const { code, out, err } = await build();
      expect({ name, code, out }).toEqual({ name, code: 1, out: '' });
      expect(err).toContain('Nothing was written.');
      expect(readdirSync(path()).sort()).toEqual(['small.yaml']);
    }
  });
});

describe('the output', () => {
  it('loses the files of removed devices, and keeps those of others in their folders', async () => {
    await build();
    writeFileSync(path('out/small/switches/r2-leaf1/photo.jpg'), 'mine');
    expect(run('mkfifo', [path('out/small/switches/r2-leaf1/pipe')]).status).toBe(0);
    mkdirSync(path('out/small/servers/r2/notes/deep'), { recursive: true });
    writeFileSync(path('out/small/servers/r2/notes/deep/note'), 'mine');
    writeFileSync(path('small.yaml'), smallTopology.replace('r{1..2}', 'r1'));
    expect((await build()).code).toBe(0);
    expect(readdirSync(path('out/small/switches')).sort()).toEqual(['r1-leaf1', 'r2-leaf1', 'spine1', 'spine2']);
    expect(lstatSync(path('out/small/switches/r2-leaf1/pipe')).isFIFO()).toBe(true);
    rmSync(path('out/small/switches/r2-leaf1/pipe'));
    expect(treeOf(path('out/small/switches/r2-leaf1'))).toEqual({ 'photo.jpg': 'mine' });
    expect(treeOf(path('out/small/servers/r2'))).toEqual({ 'notes/deep/note': 'mine' });
  });

  it('is written over where its own file was edited, which a check names first', async () => {
    await build();
    const file = path('out/small/switches/spine1/frr.conf');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}! by hand\n`);
    const { code, out } = await build('--check');
    expect({ code, out }).toEqual({ code: 1, out: `changed ${file}\n` });
    expect((await build()).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(text);
    const { out: help } = await heddle(['build', '--help']);
    expect(help).toMatch(/changed by hand in a file of heddle is lost by\s+a build, and named by --check/);
  });
});

const nobody = 65_534;

describeWith({ programs: [], root: true }, 'a folder that its user may not write', () => {
  const { start } = useHeddle();
  const asNobody = (...more: string[]) =>
    start(['build', path('small.yaml'), '-o', path('out'), ...more], { uid: nobody }).ended;

  beforeEach(async () => {
    chmodSync(path(), 0o755);
    expect((await build()).code).toBe(0);
    writeFileSync(path('small.yaml'), smallTopology.replace('r{1..2}', 'r{1..3}'));
    // What is asked here is the output; the lock file is as the build would have it.
    expect((await heddle(['build', path('small.yaml'), '-o', path('other')])).code).toBe(0);
  });

  it('beside the output is refused', async () => {
    const before = treeOf(path('out'));
    const { status, stderr } = await asNobody();
    expect(status).toBe(2);
    expect(stderr).toBe(`error: Cannot write beside ${path('out/small')}: permission denied\n`);
    expect(treeOf(path('out'))).toEqual(before);
  });

  it('as the output itself is refused', async () => {
    for (const one of ['out', 'out/small']) chownSync(path(one), nobody, nobody);
    chmodSync(path('out/small'), 0o555);
    const before = treeOf(path('out'));
    const { status, stderr } = await asNobody();
    expect(status).toBe(2);
    expect(stderr).toBe(`error: Cannot write ${path('out/small')}: permission denied\n`);
    expect(treeOf(path('out'))).toEqual(before);
  });

  it('beside the topology is refused where the lock file would change, and nothing else is written', async () => {
    expect(run('chown', ['-R', `${nobody}:${nobody}`, path('out')]).status).toBe(0);
    writeFileSync(path('small.yaml'), smallTopology.replace('r{1..2}', 'r{1..4}'));
    const before = treeOf(path());
    const { status, stderr } = await asNobody();
    expect(status).toBe(2);
    expect(stderr).toBe(`error: Cannot write ${path('small.lock.json')}: permission denied\n`);
    expect(treeOf(path())).toEqual(before);
  });

  it('within the output is no hindrance where it is its own', async () => {
    expect(run('chown', ['-R', `${nobody}:${nobody}`, path('out')]).status).toBe(0);
    writeFileSync(path('out/small/switches/spine1/mine'), 'mine');
    chownSync(path('out/small/switches/spine1/mine'), nobody, nobody);
    chmodSync(path('out/small/switches/spine1'), 0o555);
    expect(await asNobody()).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(path('out'))).toEqual(['small']);
    expect(readFileSync(path('out/small/switches/spine1/mine'), 'utf8')).toBe('mine');
    expect((await asNobody('--check')).status).toBe(0);
  });
});

/** Sums of the old output, and that alone. */
const oldSums = () => run('sh', ['-c', `cd ${path('old')} && find small -type f | sort | xargs sha256sum`]).stdout;

describeWith({ programs: ['unshare', 'mount'], root: true }, 'a disk', () => {
  const { main } = useHeddle();

  /** Runs a build where a tmpfs is mounted at out/, after shell commands. */
  const onMount = (options: string, ...before: string[]) => {
    const command = `exec ${process.execPath} ${main()} build ${path('small.yaml')} -o ${path('out')}`;
    const mount = `mount -t tmpfs -o ${options} none ${path('out')} && cp -a ${path('old')}/. ${path('out')}`;
    const after = `find ${path('out')} -type f | sort | xargs sha256sum | sed 's#${path('out')}/##' >&2`;
    return run('unshare', ['--mount', '--', 'sh', '-c', [mount, ...before, `(${command}); echo $?`, after].join('; ')]);
  };

  beforeEach(async () => {
    expect((await heddle(['build', path('small.yaml'), '-o', path('old')])).code).toBe(0);
    writeFileSync(path('old/small/NOTES.md'), 'mine');
    mkdirSync(path('out'));
    writeFileSync(path('small.yaml'), smallTopology.replace('r{1..2}', 'r{1..3}'));
    expect((await heddle(['build', path('small.yaml'), '-o', path('other')])).code).toBe(0);
  });

  it('that is full leaves the old output, and says so', () => {
    const pages = Number(run('sh', ['-c', `find ${path('old')} | wc -l; `]).stdout);
    const { stdout, stderr } = onMount(`size=${pages * 4 + 40}k`);
    expect(stdout).toBe('2\n');
    expect(stderr).toMatch(/^error: Cannot write \S+: no space is left on the device\n/);
    expect(stderr.slice(stderr.indexOf('\n') + 1)).toBe(oldSums());
  });

  it('without room for another name leaves the old output, and says so', () => {
    const inodes = Number(run('sh', ['-c', `find ${path('old')} | wc -l`]).stdout);
    const { stdout, stderr } = onMount(`nr_inodes=${inodes + 20}`);
    expect(stdout).toBe('2\n');
    expect(stderr).toMatch(/^error: Cannot write \S+: no space is left on the device\n/);
    expect(stderr.slice(stderr.indexOf('\n') + 1)).toBe(oldSums());
  });

  it('that is read-only leaves the old output, and says so', () => {
    const { stdout, stderr } = onMount('size=10m', `mount -o remount,ro ${path('out')}`);
    expect(stdout).toBe('2\n');
    expect(stderr).toBe(`error: Cannot write beside ${path('out/small')}: the file system is read-only\n${oldSums()}`);
  });

  it('that is mounted as the output itself is refused', () => {
    const { stdout, stderr } = onMount('size=10m', `mount --bind ${path('out/small')} ${path('out/small')}`);
    expect(stdout).toBe('2\n');
    expect(stderr).toBe(`error: Cannot write ${path('out/small')}: it is in use, or a mount point\n${oldSums()}`);
  });
});
