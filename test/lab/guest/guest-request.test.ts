import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { guestOf, guestProgram } from '../../../src/lab/guest/guest-request.ts';
import { run } from '../../support/verifier.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), "heddle request's ")));
afterAll(() => rmSync(folder, { recursive: true }));

const printAll =
  'process.stdout.write(JSON.stringify({ cwd: process.cwd(), argv: process.argv.slice(1), environment: process.env }))';

/** What a program sees that a shell starts for a request. */
function seen(environment: Record<string, string>, words: string[], told = false) {
  const command = [process.execPath, '-e', printAll, ...words];
  const { stdout } = run('bash', ['-c', guestProgram({ cwd: folder, command, environment, folders: [], told })]);
  return JSON.parse(stdout) as { cwd: string; argv: string[]; environment: Record<string, string> };
}

describe('a request to a guest', () => {
  it('runs the command with its words, in its folder', () => {
    const words = ['a b', "it's", '$HOME', '"', '', '*', 'line\nline', '`id`', 'ä'];
    const { argv, cwd } = seen({}, words);
    expect(argv).toEqual(words);
    expect(cwd).toBe(folder);
  });

  it('hands the environment on, but for folders of the host that are not its own', () => {
    const own = { HEDDLE_SECRET_BGP: "p'w\n$1", PATH: '/usr/bin:/bin', EMPTY: '' };
    const { environment } = seen({ ...own, XDG_RUNTIME_DIR: '/run/user/1', TMPDIR: '/scratch' }, []);
    expect(environment).toMatchObject({ ...own, XDG_RUNTIME_DIR: '/run/heddle', TMPDIR: '/var/tmp' });
  });

  it('says to heddle that it is in a guest, and what the host has told', () => {
    expect(guestOf({})).toBeUndefined();
    expect(guestOf(seen({}, []).environment)).toEqual({ told: false });
    expect(guestOf(seen({}, [], true).environment)).toEqual({ told: true });
  });

  it('shows what a guest covers, each folder once', () => {
    const folders = ['/home/me/heddle', '/run/user/1000/fabric', '/run/user/1000/fabric', '/running', '/var/tmp/a b'];
    const program = guestProgram({ cwd: '/etc/fabric', command: ['true'], environment: {}, folders, told: false });
    expect(program.split('\n').filter((line) => line.startsWith('show '))).toEqual([
      'show /etc/fabric || exit 2',
      'show /run/user/1000/fabric || exit 2',
      "show '/var/tmp/a b' || exit 2",
    ]);
  });
});
