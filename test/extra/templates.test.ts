import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExpectedError } from '../../src/diagnostics/expected-error.ts';
import { positionAt } from '../../src/diagnostics/span.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { heddle } from '../cli/command-line.ts';

const topology = readFileSync(join(import.meta.dirname, 'extra.yaml'), 'utf8');
const heddles = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', '..', 'templates', `${name}.njk`), 'utf8');

let folder = '';
const path = (name: string): string => join(folder, name);

function write(name: string, text: string): void {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-templates-'));
  write('fabric.yaml', `${topology}templates: ./own\n`);
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(file = 'fabric.yaml') {
  const { diagnostics, artifacts, custom } = compile(path(file));
  const files = new Map([...artifacts()].map((one) => [one.path, one.content]));
  return { diagnostics, custom, files };
}

function bare(): ReadonlyMap<string, string> {
  write('bare.yaml', topology);
  return build('bare.yaml').files;
}

const buildOut = (...more: string[]) => heddle(['build', path('fabric.yaml'), '-o', path('out'), ...more]);

/** The manifest of the output in `out`. */
function manifest(): Record<string, unknown> & { input: string } {
  return JSON.parse(readFileSync(path('out/extra/manifest.json'), 'utf8')) as ReturnType<typeof manifest>;
}

/** What is wrong, with the line it is reported in. */
function complaints(): string[] {
  return build().diagnostics.map(({ severity, code, message, hint, span: { file, start } }) =>
    [
      `${severity} ${code} ${file.path.slice(folder.length + 1)}:${positionAt(file, start).line}`,
      message.replaceAll(`${folder}/`, ''),
      ...(hint === undefined ? [] : [hint]),
    ].join(' | '),
  );
}

const templatesLine = topology.split('\n').length;

describe('a template of the user', () => {
  it('takes the place of the stanza of its name, of that target, and of nothing else', () => {
    write('own/eos/lldp.njk', 'no lldp run');
    const { diagnostics, files } = build();
    expect(diagnostics).toEqual([]);
    const before = bare();
    for (const [file, content] of files) {
      const was = before.get(file)!;
      const expected = file.endsWith('.cfg')
        ? was.replace('\nlldp run\n', '\nno lldp run\n').replace('Has lines of', 'Has lines and templates (lldp) of')
        : was;
      expect(content, file).toBe(expected);
    }
    expect([...files.values()].filter((content) => content.includes('\nno lldp run\n!\n'))).toHaveLength(3);
    // Without the folder it is heddle's own again, in the same process.
    expect(bare()).toEqual(before);
  });

  it('is given the names that heddle’s own is given', () => {
    const servers = "! VLAN {{ id }}{{ ' of servers' if name == 'service' else '' }}\n";
    write('own/eos/vlan.njk', heddles('eos/vlan') + servers);
    const config = build().files.get('switches/r2-leaf1/r2-leaf1.cfg');
    expect(config).toContain('vlan 20\n   name service\n! VLAN 20 of servers\n!\n');
  });

  it('of what several targets share is for all of them', () => {
    write('own/frr-daemons/header.njk', 'frr version 9.1\nhostname {{ name }}\n');
    expect(build().files.get('switches/r1-leaf1/frr.conf')).toMatch(/^frr version 9\.1\nhostname r1-leaf1\n/);
  });

  it('may be one for servers', () => {
    write('own/netplan/header.njk', `# ours\n${heddles('netplan/header')}`);
    expect(build().files.get('servers/r1/web-r1-1/60-heddle.yaml')).toMatch(/^# ours\n/);
  });

  it('may be empty, end its lines as other systems do, and have a readme beside it', () => {
    write('own/README.md', 'Why.');
    write('own/eos/.gitkeep', '');
    write('own/eos/lldp.njk', '');
    write('own/eos/end.njk', '! the end\r\nend\r\n');
    const config = build().files.get('switches/spine2/spine2.cfg')!;
    expect(config).not.toContain('lldp run');
    expect(config.endsWith('!\n! the end\nend\n')).toBe(true);
  });
});

describe('a template that cannot be used', () => {
  it.each([
    ['eos/lldpp.njk', 'Did you mean eos/lldp.njk?'],
    ['eso/lldp.njk', 'Did you mean eos/lldp.njk?'],
    ['eos/lldp.txt', 'Did you mean eos/lldp.njk?'],
    ['nothing-of-the-kind.njk', 'The names are those of the files in `templates` of the package.'],
  ])('%s, since nothing is called so', (name, hint) => {
    write(`own/${name}`, 'x');
    expect(complaints()).toEqual([
      `error TGT007 fabric.yaml:${templatesLine} | own/${name} takes the place of no stanza of heddle | ${hint}`,
    ]);
  });

  it.each([
    ['an end that is missing', 'a\n{% if x %}\nb\n', 3, /elif, else, or endif/],
    ['a tag that there is not', 'a\n\n{% frobnicate %}\n', 3, /unknown block tag: frobnicate/],
    ['a filter that there is not', 'a\n{{ x | shout }}\n', 2, /there is no filter shout/],
    ['chance', '{{ [1, 2] | random }}\n', 1, /there is no filter random/],
    ['another template', 'a\n{% include "secrets.txt" %}\n', 2, /from its values alone, without Include/],
    ['a call', 'a\nb\n{{ x.y() }}\n', 3, /from its values alone, without FunCall/],
  ])('with %s, at its line', (_, text, line, message) => {
    write('own/eos/lldp.njk', text);
    expect(complaints()).toEqual([expect.stringMatching(`^error TGT007 own/eos/lldp\\.njk:${line} \\|`)]);
    expect(complaints()[0]).toMatch(message);
  });

  it.each([
    ['a name', 'ok\n{% if typo %}x{% endif %}\n', ':2: the view has no typo'],
    ['a member', '{% for one in hosts %}\n{{ one.port }}\n{% endfor %}\n', ':2: the view has no .port'],
    ['a member in two places', '{{ vrf.x }}\n{{ vrf.x }}\n', ':1: the view has no .x (or in line 2)'],
    ['what objects inherit', '{{ vrf.constructor }}\n', ':1: the view has no .constructor'],
    ['what objects inherit, itself', '\n{{ constructor }}\n', ':2: the view has no constructor'],
  ])('with %s that its stanza does not have: the build says where, and no more', (_, text, message) => {
    write('fabric.yaml', `${topology}templates: own\nsystem: { ntp: [ntp1.example.net] }\n`);
    write('own/eos/ntp.njk', text);
    expect(build).toThrow(ExpectedError);
    expect(build).toThrow(`${path('own/eos/ntp.njk')}${message}`);
  });

  it('as its folder is not there, or is none', () => {
    const at = `error TGT007 fabric.yaml:${templatesLine} | The templates in own cannot be read: `;
    expect(complaints()).toEqual([`${at}there is no such folder`]);
    write('own', '');
    expect(complaints()).toEqual([`${at}it is not a folder`]);
  });

  it.each(['../own', '/etc', 'own/../../x', './.hidden', ''])('as its folder would be %j', (templates) => {
    write('fabric.yaml', `${topology}templates: ${JSON.stringify(templates)}\n`);
    expect(complaints()).toEqual([
      expect.stringMatching(/^error TOPO\d+ .*a folder below that of the file, such as \.\/templates/),
    ]);
  });

  it('as a link leads out of the folder', () => {
    write('secret.txt', 'not for configs\n');
    mkdirSync(path('own/eos'), { recursive: true });
    symlinkSync(path('secret.txt'), path('own/eos/lldp.njk'));
    const at = `error TGT007 fabric.yaml:${templatesLine} |`;
    expect(complaints()).toEqual([`${at} own/eos/lldp.njk leads out of the folder`]);
    rmSync(path('own'), { recursive: true });
    symlinkSync(tmpdir(), path('own'));
    expect(complaints()).toEqual([`${at} own leads out of the folder of the file`]);
    rmSync(path('own'));
    mkdirSync(path('own'));
    symlinkSync('/nowhere', path('own/eos'));
    expect(complaints()[0]).toContain('own/eos takes the place of no stanza of heddle');
  });

  it('as it is no text', () => {
    mkdirSync(path('own/eos'), { recursive: true });
    writeFileSync(path('own/eos/lldp.njk'), Buffer.from([0xff, 0x00]));
    expect(complaints()).toEqual([expect.stringContaining('it is not UTF-8 text')]);
    rmSync(path('own/eos/lldp.njk'));
    mkdirSync(path('own/eos/lldp.njk'));
    expect(complaints()).toEqual([expect.stringContaining('it is a directory')]);
  });
});

describe('heddle build with pieces of the user', () => {
  it('lists in the manifest templates with their digests, and devices with lines', async () => {
    write('own/frr/svi.njk', heddles('frr/svi'));
    write('own/eos/lldp.njk', 'no lldp run\n');
    expect(await buildOut()).toMatchObject({ code: 0, err: '' });
    expect(manifest()).toMatchObject({
      overrides: [
        { path: 'eos/lldp.njk', sha256: createHash('sha256').update('no lldp run\n').digest('hex') },
        { path: 'frr/svi.njk', sha256: createHash('sha256').update(heddles('frr/svi')).digest('hex') },
      ],
      extra: ['spine1', 'spine2', 'r1-leaf1', 'r2-leaf1'],
    });
    expect(readFileSync(path('out/extra/manifest.json'), 'utf8')).toContain('\n    {"path":"eos/lldp.njk","sha256":"');
  });

  it('notices a template that has changed, even one that is not used, and one that is gone', async () => {
    write('own/eos/lldp.njk', 'no lldp run\n');
    write('own/junos/lldp.njk', 'a\n');
    await buildOut();
    expect((await buildOut('--check')).code).toBe(0);
    const { input } = manifest();
    write('own/junos/lldp.njk', 'b\n');
    expect(await buildOut('--check')).toMatchObject({ code: 1, out: `changed ${path('out/extra/manifest.json')}\n` });
    await buildOut();
    expect(manifest().input).not.toBe(input);
    rmSync(path('own/eos/lldp.njk'));
    const { code, out } = await buildOut('--check');
    expect(code).toBe(1);
    expect(out).toContain(`changed ${path('out/extra/switches/spine1/spine1.cfg')}\n`);
  });

  it('ends with a message of one place when a template fails, and leaves the output as it was', async () => {
    write('own/eos/lldp.njk', 'no lldp run\n');
    await buildOut();
    write('own/eos/lldp.njk', 'x\n{{ nobody }}\n');
    const { code, out, err } = await buildOut();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `error: ${path('own/eos/lldp.njk')}:2: the view has no nobody\n  hint: The names that the stanza eos/lldp has stand in heddle's own template of that name.\n`,
    );
    write('own/eos/lldp.njk', 'no lldp run\n');
    expect((await buildOut('--check')).code).toBe(0);
  });
});
