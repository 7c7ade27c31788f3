import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../support/verifier.ts';
import { sonicDevices } from './devices.ts';
import { filesOf } from './parts.ts';

const leaf = sonicDevices['dualStackLeaf']!;
const script = filesOf(leaf)['setup.sh']!;

/** Programs that would change the machine: each writes down how it was called. */
const stubs = ['config', 'useradd', 'usermod', 'getent', 'chown', 'install', 'id'];

let box = '';
beforeEach(() => {
  box = mkdtempSync(join(tmpdir(), 'heddle-sonic-'));
  for (const folder of ['bin', 'etc/sonic/frr', 'host', 'files', 'home/.ssh'])
    mkdirSync(join(box, folder), { recursive: true });
  for (const name of stubs) {
    const answer = {
      id: 'case $* in -u) echo 0 ;; "-u ops") ;; -u*) exit 1 ;; *) echo ops ;; esac',
      getent: `echo "x:x:1:1::${box}/home:/bin/bash"`,
    };
    const own = answer[name as keyof typeof answer] ?? `echo "${name} $*" >>${box}/calls`;
    writeFileSync(join(box, 'bin', name), `#!/bin/sh\n${own}\n`);
    chmodSync(join(box, 'bin', name), 0o755);
  }
  for (const [path, content] of Object.entries(filesOf(leaf))) writeFileSync(join(box, 'files', path), content);
  const here = script
    .replaceAll('/etc/sonic', `${box}/etc/sonic`)
    .replaceAll('/host/machine.conf', `${box}/host/machine.conf`);
  writeFileSync(join(box, 'files/setup.sh'), here);
});
afterEach(() => rmSync(box, { recursive: true }));

const setUp = (machine: string) => {
  writeFileSync(join(box, 'host/machine.conf'), machine);
  return run('sh', ['-c', `PATH=${box}/bin:$PATH sh files/setup.sh`], { cwd: box });
};
const calls = (): string[] =>
  existsSync(join(box, 'calls')) ? readFileSync(join(box, 'calls'), 'utf8').trim().split('\n') : [];

describe('setup.sh of SONiC', () => {
  it('makes the accounts, puts what overrides the routing mode aside, and loads', () => {
    writeFileSync(join(box, 'etc/sonic/minigraph.xml'), '<x/>');
    const verdict = setUp('aboot_vendor=arista\naboot_platform=x86_64-arista_7050sx3_48yc8\n');
    expect(verdict.stderr).toBe('');
    expect(verdict.status).toBe(0);
    const made = calls().filter((line) => !line.startsWith('install -d') && !line.startsWith('chown'));
    expect(made).toEqual([
      'usermod --append --groups sudo,docker,redis --password $6$salt$hash ops',
      'useradd --create-home --shell /bin/bash guest',
      'usermod --append --groups adm --password * guest',
      `install -m 0640 frr.conf ${box}/etc/sonic/frr/frr.conf`,
      `install -m 0640 config_db.json ${box}/etc/sonic/config_db.json`,
      'config reload -l -y',
      'config save -y',
    ]);
    expect(existsSync(join(box, 'etc/sonic/minigraph.xml'))).toBe(false);
    expect(existsSync(join(box, 'etc/sonic/minigraph.xml.old'))).toBe(true);
  });

  it('does nothing on another model', () => {
    const verdict = setUp('onie_platform=x86_64-accton_as7712_32x-r0\n');
    expect(verdict.status).toBe(1);
    expect(verdict.stderr).toContain('this is a x86_64-accton_as7712_32x-r0');
    expect(calls()).toEqual([]);
  });

  it('keeps the words of people to their places', () => {
    const hostile = "x'; touch hit; '$(touch hit)`touch hit`";
    const user = { name: 'ops', role: 'admin', passwordHash: hostile, sshKeys: [hostile] } as const;
    const text = filesOf({ ...leaf, system: { ...leaf.system, users: [user] } })['setup.sh']!;
    const line = text.split('\n').find((one) => one.startsWith("account 'ops'"))!;
    const rest = text.slice(text.indexOf(line), text.indexOf('# Where one of these'));
    const verdict = run('sh', ['-c', `account() { printf '%s|' "$@"; }\n${rest}`], { cwd: box });
    expect(verdict.stdout).toBe(`ops|sudo,docker,redis|${hostile}|${hostile}\n|`);
    expect(existsSync(join(box, 'hit'))).toBe(false);
  });
});
