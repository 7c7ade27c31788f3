import { existsSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();
beforeEach(() => {
  writeFileSync(path('good.yaml'), smallTopology);
  writeFileSync(
    path('warned.yaml'),
    `${smallTopology}links: [{ a: r1-leaf1, z: spine1 }, { a: r1-leaf1, z: spine1 }]\n`,
  );
  writeFileSync(path('bad.yaml'), smallTopology.replace('10.254.0.0/24', '10.255.0.0/25'));
});

describe('heddle lint', () => {
  it('is content with a good file, and writes nothing', async () => {
    expect(await heddle(['lint', path('good.yaml')])).toEqual({ code: 0, out: 'no problems\n', err: '' });
    expect(existsSync(path('out'))).toBe(false);
  });

  it('prints what is wrong in every file, in order, to stdout', async () => {
    const { code, out, err } = await heddle(['lint', path('good.yaml'), path('warned.yaml'), path('bad.yaml')]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const places = out.split('\n').filter((line) => line.startsWith(path()));
    expect(places[0]).toMatch(/bad\.yaml:\d+:\d+: error [A-Z]+\d+: /);
    expect(places.at(-1)).toMatch(/warned\.yaml:\d+:\d+: warning [A-Z]+\d+: /);
    expect(out).toMatch(/\n\d+ errors?, \d+ warnings?\n$/);
  });

  it('prints JSON of the documented form', async () => {
    const { code, out, err } = await heddle(['lint', path('bad.yaml'), '--format', 'json'], { tty: true });
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { diagnostics, summary } = JSON.parse(out) as { diagnostics: object[]; summary: object };
    expect(Object.keys(diagnostics[0]!)).toEqual([
      'code',
      'rule',
      'severity',
      'message',
      'file',
      'range',
      'related',
      'hint',
    ]);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', file: path('bad.yaml') });
    expect(summary).toMatchObject({ errors: diagnostics.length, warnings: 0 });
  });

  it('lets warnings pass up to --max-warnings', async () => {
    expect((await heddle(['lint', path('warned.yaml')])).code).toBe(0);
    const strict = await heddle(['lint', path('warned.yaml'), '--max-warnings', '0']);
    expect(strict.code).toBe(1);
    expect(strict.err).toMatch(/^More warnings \(\d+\) than --max-warnings allows \(0\)\.\n$/);
    expect((await heddle(['lint', path('warned.yaml'), '--max-warnings', '99'])).code).toBe(0);
    expect((await heddle(['lint', path('good.yaml'), '--max-warnings', '0'])).code).toBe(0);
  });

  it('looks at the other files when one is not there', async () => {
    const { code, out, err } = await heddle(['lint', path('nowhere.yaml'), path('bad.yaml')]);
    expect(code).toBe(2);
    expect(err).toBe(`error: Cannot read ${path('nowhere.yaml')}: there is no such file\n`);
    expect(out).toContain(path('bad.yaml'));
    expect(out).toMatch(/; 1 file could not be read\n$/);
  });

  it('looks at a file once, however often it is named', async () => {
    const once = await heddle(['lint', path('bad.yaml')]);
    expect(await heddle(['lint', path('bad.yaml'), path('bad.yaml')])).toEqual(once);
  });

  it('says once what is wrong in a part that two topologies include', async () => {
    const [own = '', shared = ''] = smallTopology.split('networks:');
    writeFileSync(path('part.yaml'), `networks:${shared.replace('vlan: 30', 'vlan: 20')}`);
    for (const name of ['one', 'two']) writeFileSync(path(`${name}.yaml`), `${own}include: [part.yaml]\n`);
    const both = await heddle(['lint', path('one.yaml'), path('two.yaml')]);
    expect(both.out).toContain(`${path('part.yaml')}:`);
    expect(both).toEqual(await heddle(['lint', path('one.yaml')]));
  });

  it('asks for no secrets', async () => {
    writeFileSync(path('good.yaml'), `${smallTopology}routing: { bgp: { authentication: { key: env:NOT_SET } } }\n`);
    expect((await heddle(['lint', path('good.yaml')])).code).toBe(0);
    const build = await heddle(['build', path('good.yaml'), '-o', path('out')]);
    expect(build.code).toBe(1);
    expect(build.err).toContain('NOT_SET');
  });
});
