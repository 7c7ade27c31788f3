import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeFixed } from '../../src/lint/write-fixed.ts';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
const wrong = smallTopology
  .replace('10.255.0.0/24', '10.255.0.9/24')
  .replace('mtu: 9000 }', 'mtu: 9000 } # for replication')
  .replace('[service, storage]', '[service, storge]');
const right = smallTopology.replace('mtu: 9000 }', 'mtu: 9000 } # for replication');

beforeEach(() => {
  writeFileSync(path('net.yaml'), wrong);
});

describe('heddle lint --fix', () => {
  it('repairs the file, says so, and reports what is wrong still', async () => {
    chmodSync(path('net.yaml'), 0o640);
    expect(await heddle(['lint', path('net.yaml'), '--fix'])).toEqual({
      code: 0,
      out: 'no problems\n',
      err: `2 problems fixed in ${path('net.yaml')}.\n`,
    });
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(right);
    expect(statSync(path('net.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(path())).toEqual(['net.yaml']);
    expect(await heddle(['lint', path('net.yaml'), '--fix'])).toEqual({ code: 0, out: 'no problems\n', err: '' });
  });

  it('ends as lint does where something is wrong still', async () => {
    writeFileSync(path('net.yaml'), wrong.replace('vlan: 30', 'vlan: 20'));
    const { code, out } = await heddle(['lint', path('net.yaml'), '--fix']);
    expect(code).toBe(1);
    expect(out).toContain('FAB033');
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(right.replace('vlan: 30', 'vlan: 20'));
  });

  it('keeps a byte order mark and line ends', async () => {
    writeFileSync(path('net.yaml'), `\ufeff${wrong.replaceAll('\n', '\r\n')}`);
    await heddle(['lint', path('net.yaml'), '--fix']);
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(`\ufeff${right.replaceAll('\n', '\r\n')}`);
  });

  it('repairs a part that two topologies include once', async () => {
    const [own = '', shared = ''] = wrong.split('networks:\n');
    writeFileSync(path('part.yaml'), `networks:\n${shared.replace('10.20.0.0/16', '10.20.0.1/16')}`);
    for (const name of ['one', 'two']) writeFileSync(path(`${name}.yaml`), `include: [part.yaml]\n${own}`);
    const { code, err } = await heddle(['lint', path('one.yaml'), path('two.yaml'), '--fix']);
    expect({ code, err }).toEqual({
      code: 0,
      err: `4 problems fixed in ${path('one.yaml')}, ${path('part.yaml')}, ${path('two.yaml')}.\n`,
    });
    expect(readFileSync(path('part.yaml'), 'utf8')).toBe(`networks:\n${right.split('networks:\n')[1]}`);
  });

  it('leaves a shared part as it is where it is right for another topology', async () => {
    const [own = '', networks = ''] = smallTopology.split('networks:\n');
    const [shared = '', racks = ''] = networks.split('racks:\n');
    writeFileSync(path('racks.yaml'), `racks:\n${racks}`);
    writeFileSync(path('good.yaml'), `include: [racks.yaml]\n${own}networks:\n${shared}`);
    const other = `include: [racks.yaml]\n${own}networks:\n${shared.replace('storage', 'storages')}`;
    writeFileSync(path('other.yaml'), other);
    const both = await heddle(['lint', path('good.yaml'), path('other.yaml'), '--fix']);
    expect({ code: both.code, err: both.err }).toEqual({ code: 1, err: '' });
    expect(both.out).toContain('FAB001');
    expect(readFileSync(path('racks.yaml'), 'utf8')).toBe(`racks:\n${racks}`);
    // Alone, nothing says that anybody else needs the word.
    expect((await heddle(['lint', path('other.yaml'), '--fix'])).code).toBe(0);
  });

  it('writes nothing over what somebody else changed meanwhile', () => {
    expect(() => writeFixed({ path: path('net.yaml'), before: 'name: other\n', after: 'name: another\n' })).toThrow(
      `Cannot write ${path('net.yaml')}: something else has changed it meanwhile`,
    );
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(wrong);
  });

  it('tells of a file that is not there, and repairs the others', async () => {
    const { code, err } = await heddle(['lint', path('nowhere.yaml'), path('net.yaml'), '--fix']);
    expect(code).toBe(2);
    expect(err).toContain('there is no such file');
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(right);
  });
});

describe('heddle lint --diff', () => {
  it('prints a diff that git applies, and writes nothing', async () => {
    const { code, out, err } = await heddle(['lint', path('net.yaml'), '--diff']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(wrong);
    expect(out).toMatch(/^--- a\/.*net\.yaml\n\+\+\+ b\/.*net\.yaml\n@@ /);
    writeFileSync(path('fix.patch'), out.replaceAll(path().slice(1), '.'));
    execFileSync('git', ['apply', '--unsafe-paths', 'fix.patch'], { cwd: path() });
    expect(readFileSync(path('net.yaml'), 'utf8')).toBe(right);
  });

  it('is empty where there is nothing to repair', async () => {
    writeFileSync(path('net.yaml'), right);
    expect(await heddle(['lint', path('net.yaml'), '--diff'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('shows no secret beside what changes', async () => {
    writeFileSync(
      path('net.yaml'),
      wrong.replace('networks:\n', 'routing: { bgp: { authentication: { key: hunter2secret } } }\nnetworks:\n'),
    );
    const { out } = await heddle(['lint', path('net.yaml'), '--diff']);
    expect(out).toContain('+addressing: { loopbacks: 10.255.0.0/24');
    expect(out).not.toContain('hunter2secret');
  });
});

/** A topology with one warning, at a line that ends with `comment`. */
const twice = (comment = '') =>
  smallTopology.replace('[service, storage] }', `[service, storage, service] }${comment}`);

describe('comments and the config', () => {
  it('are the same for lint and build', async () => {
    writeFileSync(path('net.yaml'), twice());
    writeFileSync(path('heddle.config.yaml'), 'rules: { network-is-joined-once: error }\n');
    expect((await heddle(['lint', path('net.yaml')])).code).toBe(1);
    const build = await heddle(['build', path('net.yaml'), '-o', path('out')]);
    expect(build.code).toBe(1);
    expect(build.err).toContain('error FAB049');
    expect(existsSync(path('out'))).toBe(false);
    expect((await heddle(['plan', path('net.yaml')])).err).toContain('error FAB049');
    writeFileSync(path('heddle.config.yaml'), 'rules: { network-is-joined-once: off }\n');
    expect(await heddle(['lint', path('net.yaml')])).toEqual({ code: 0, out: 'no problems\n', err: '' });
    expect((await heddle(['build', path('net.yaml'), '-o', path('out')])).err).not.toContain('FAB049');
  });

  it('silence what is then counted, and is in SARIF with its reason', async () => {
    writeFileSync(path('net.yaml'), twice(' # heddle-ignore FAB049: on purpose'));
    expect((await heddle(['lint', path('net.yaml'), '--max-warnings', '0'])).out).toBe(
      'no problems; 1 suppressed by comments\n',
    );
    const { out } = await heddle(['lint', path('net.yaml'), '--format', 'sarif']);
    const { runs } = JSON.parse(out) as { runs: { results: { ruleId: string; suppressions: object[] }[] }[] };
    expect(runs[0]!.results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['FAB049', [{ kind: 'inSource', justification: 'on purpose' }]],
    ]);
  });

  it('are unused in a shared file only where no topology needs them', async () => {
    const [own = '', networks = ''] = smallTopology.split('networks:\n');
    const [shared = '', racks = ''] = networks.split('racks:\n');
    writeFileSync(
      path('part.yaml'),
      `networks:\n${shared}  backup: { vlan: 40, pool: 10.40.0.0/16 } # heddle-ignore FAB036: only site one has it\n`,
    );
    const site = (list: string) => `include: [part.yaml]\n${own}racks:\n${racks.replace('[service, storage]', list)}`;
    writeFileSync(path('net.yaml'), site('[service, storage, backup]'));
    writeFileSync(path('two.yaml'), site('[service, storage]'));
    const lint = async (...names: string[]) => (await heddle(['lint', ...names.map((name) => path(name))])).out;
    expect(await lint('net.yaml')).toContain('CTL004');
    expect(await lint('two.yaml')).toBe('no problems; 1 suppressed by comments\n');
    expect(await lint('net.yaml', 'two.yaml')).toBe('no problems; 1 suppressed by comments\n');
    expect(await heddle(['lint', path('net.yaml'), '--diff'])).toEqual({ code: 0, out: '', err: '' });
  });
});
