import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assert, asyncProperty, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heddle, smallTopology, useFolder } from './command-line.ts';

const path = useFolder();

const values = { OSPF_KEY: 'Sesame-1', BGP_KEY: 'open"Sesame\\2', COMMUNITY: 'look"er' };
const references = { OSPF_KEY: 'env:OSPF_KEY', BGP_KEY: 'file:keys/bgp', COMMUNITY: 'env:COMMUNITY' };

/** A topology with each kind of secret, in every place that takes one. */
const withSecrets = (given: Partial<typeof references> = {}): string => {
  const all = { ...references, ...given };
  return `${smallTopology}routing:
  ospf: { authentication: { key: ${all.OSPF_KEY} } }
  bgp: { authentication: { key: ${all.BGP_KEY} } }
system:
  snmp:
    community: ${all.COMMUNITY}
    clients: [10.0.0.0/8]
`;
};

function write(text: string, key: string | Buffer = `${values.BGP_KEY}\r\nnot this line\n`): void {
  mkdirSync(path('keys'), { recursive: true });
  writeFileSync(path('keys/bgp'), key);
  writeFileSync(path('small.yaml'), text);
}

const build = (...more: string[]) =>
  heddle(['build', path('small.yaml'), '-o', path('out'), ...more], {
    env: { OSPF_KEY: values.OSPF_KEY, COMMUNITY: values.COMMUNITY },
  });

function filesBelow(folder: string): { name: string; text: string; mode: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => ({ name, text: readFileSync(join(folder, name), 'utf8'), mode: stat.mode & 0o777 }));
}

const configsBelow = (folder: string) => filesBelow(folder).filter(({ name }) => name !== 'manifest.json');

const holdsOne = (text: string): boolean =>
  Object.values(values).some((value) => text.includes(value) || text.includes(value.replaceAll(/["\\]/g, '\\$&')));

describe('a build with secrets', () => {
  it('writes them into the configs that need them, which only their owner may read, and nowhere else', async () => {
    write(withSecrets());
    const { code, out, err } = await build();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(holdsOne(out)).toBe(false);
    const files = filesBelow(path('out/small'));
    const secret = files.filter(({ text }) => holdsOne(text));
    expect(new Set(secret.map(({ name }) => name.split('/').at(-1)))).toEqual(new Set(['frr.conf', 'snmpd.conf']));
    expect(files.filter(({ mode }) => mode === 0o600)).toEqual(secret);
    for (const value of [values.OSPF_KEY, values.BGP_KEY]) {
      expect(files.find(({ name }) => name === 'switches/spine1/frr.conf')?.text).toContain(` ${value}\n`);
    }
  });

  it('keeps them secret when it writes again', async () => {
    write(withSecrets());
    await build();
    writeFileSync(path('keys/bgp'), 'another');
    expect((await build()).code).toBe(0);
    const { text, mode } = filesBelow(path('out/small')).find(({ name }) => name === 'switches/spine1/frr.conf')!;
    expect({ mode, hasNew: text.includes(' another\n') }).toEqual({ mode: 0o600, hasNew: true });
  });

  it('fails without a variable, names it and writes nothing', async () => {
    write(withSecrets());
    const { code, out, err } = await heddle(['build', path('small.yaml'), '-o', path('out')], {
      env: { OSPF_KEY: '', COMMUNITY: 'c' },
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${path('small.yaml')}:18:34: error TGT004: The environment variable OSPF_KEY is not set`);
    expect(err).toMatch(/\n1 error\nNothing was written\.\n$/);
    expect(existsSync(path('out'))).toBe(false);
  });

  it.each([
    ['is not there', 'file:keys/none', 'cannot be read: there is no such file'],
    ['is a folder', 'file:keys', 'cannot be read: it is not a regular file'],
    ['lies below a file', 'file:small.yaml/x', 'cannot be read: there is no such file'],
    ['begins with an empty line', 'file:keys/bgp', 'is empty, and should be a secret'],
    ['is too large', 'file:keys/large', 'cannot be read: it is larger than 65536 bytes'],
  ])('fails where a file %s, at the reference to it', async (_, reference, message) => {
    write(withSecrets({ BGP_KEY: reference }), '\nsecond-line');
    writeFileSync(path('keys/large'), 'x'.repeat(65_537));
    const { code, err } = await build();
    expect(code).toBe(1);
    expect(err).toContain(`${path('small.yaml')}:19:33: error TGT004: `);
    expect(err).toContain(path(reference.slice('file:'.length)));
    expect(err).toContain(message);
    expect(err).not.toContain('second-line');
    expect(existsSync(path('out'))).toBe(false);
  });

  it('reads a path beside the file that names it, from wherever it is built, or an absolute one', async () => {
    write(withSecrets({ BGP_KEY: 'env:OSPF_KEY' }));
    writeFileSync(path('secret'), 'from-root');
    writeFileSync(
      path('keys/shared.yaml'),
      `system: { snmp: { community: "file:../secret", clients: [10.0.0.0/8] } }
routing: { bgp: { authentication: { key: "file:${path('secret')}" } } }
`,
    );
    writeFileSync(path('small.yaml'), `include: [keys/shared.yaml]\n${smallTopology}`);
    expect((await build()).code).toBe(0);
    const texts = filesBelow(path('out/small')).filter(({ text }) => text.includes('from-root'));
    expect(new Set(texts.map(({ name }) => name.split('/').at(-1)))).toEqual(new Set(['frr.conf', 'snmpd.conf']));
  });

  it('does not repeat a value that a switch cannot take', async () => {
    write(withSecrets(), 'two words of mine');
    const { code, out, err } = await build();
    expect(code).toBe(2);
    expect(err).toContain('keys/bgp');
    expect(out + err).not.toContain('words of mine');
    expect(existsSync(path('out/small'))).toBe(false);
  });
});

describe('heddle build --redact', () => {
  it('needs no secret, and writes words in their places that say where they come from', async () => {
    write(withSecrets({ BGP_KEY: 'file:keys/none' }));
    const { code, err } = await heddle(['build', path('small.yaml'), '-o', path('out'), '--redact']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = filesBelow(path('out/small'));
    const text = files.find(({ name }) => name === 'switches/spine1/frr.conf')!.text;
    expect(text).toContain(' REDACTED:file:keys/none\n');
    // A key of at most 16 characters has no room for the name.
    expect(text).toMatch(/md5 REDACTED\n/);
    expect(files.find(({ name }) => name === 'switches/spine1/snmpd.conf')!.text).toContain('"REDACTED:env:COMMUNITY"');
    expect(files.every(({ mode }) => mode !== 0o600)).toBe(true);
  });

  it('does not look at the secrets that are there', async () => {
    write(withSecrets());
    const { code, out, err } = await build('--redact');
    expect(code).toBe(0);
    expect(holdsOne(out + err)).toBe(false);
    for (const { name, text } of filesBelow(path('out/small'))) expect(holdsOne(text), name).toBe(false);
  });

  it('differs from the real build in nothing but the secrets', async () => {
    write(withSecrets());
    await build();
    const real = configsBelow(path('out/small'));
    await build('--redact');
    const redacted = configsBelow(path('out/small'));
    expect(redacted.map(({ name }) => name)).toEqual(real.map(({ name }) => name));
    for (const [index, { text }] of redacted.entries()) {
      const other = real[index]!.text.split('\n');
      const changed = text.split('\n').filter((line, at) => line !== other[at]);
      expect(changed.filter((line) => !line.includes('REDACTED'))).toEqual([]);
    }
  });
});

describe('a secret in the file itself', () => {
  it.each([
    ['a word', 'hunter-two'],
    ['a number', '48151623'],
    ['a tag', '!hunter-two'],
    ['an alias', '*hunter-two'],
    ['a text of several words', '"hunter-two, and more"'],
    ['a reference with a mistake', 'env:hunter-two!'],
    ['a reserved character', '@hunter-two'],
    ['a text without its end', '"hunter-two'],
    ['a block', '|\n        hunter-two'],
    ['a text in two lines', 'one-part\n        hunter-two'],
    ['a quoted text in two lines', '"one-part\n        hunter-two"'],
    ['a list', '[hunter-two]'],
    ['a map', '{ key: hunter-two }'],
  ])('is not repeated, whether it is %s', async (_, written) => {
    for (const place of ['OSPF_KEY', 'COMMUNITY'] as const) {
      write(withSecrets({ [place]: written }));
      for (const args of [['lint'], ['build'], ['lint', '--format', 'json']]) {
        const { code, out, err } = await heddle([args[0]!, path('small.yaml'), ...args.slice(1)]);
        expect(code).toBe(1);
        expect(out + err).toContain('small.yaml');
        expect(out + err).not.toMatch(/hunter-two|48151623|and more/);
      }
    }
  });

  it.each(['comunity: hunter-two', 'password: hunter-two', 'secretKey: "hunter-two"'])(
    'is not repeated under a key that there is not: %s',
    async (line) => {
      write(withSecrets().replace('    clients:', `    ${line}\n    clients:`));
      const { code, out } = await heddle(['lint', path('small.yaml')]);
      expect(code).toBe(1);
      expect(out).not.toContain('hunter-two');
    },
  );

  it('is not repeated for a mistake in the line after it', async () => {
    write(withSecrets({ COMMUNITY: 'hunter-two' }).replace('clients:', 'clinets:'));
    const { out } = await heddle(['lint', path('small.yaml')]);
    expect(out).toContain('clinets');
    expect(out).toContain('community: **********');
    expect(out).not.toContain('hunter-two');
  });

  it('is repeated in no message, whatever it is', async () => {
    await assert(
      asyncProperty(string({ unit: 'grapheme-ascii', minLength: 6, maxLength: 40 }), async (secret) => {
        const marked = `Q7${secret}7Q`;
        write(withSecrets({ COMMUNITY: JSON.stringify(marked) }));
        const { code, out, err } = await heddle(['lint', path('small.yaml')]);
        expect(code).toBe(1);
        expect(out + err).not.toContain('Q7');
        expect(out + err).not.toContain(secret.trim().length < 6 ? 'Q7' : secret);
      }),
      { numRuns: 50 },
    );
  });

  it('still shows a reference', async () => {
    write(withSecrets({ BGP_KEY: 'file:keys/none' }));
    expect((await build()).err).toContain('|   bgp: { authentication: { key: file:keys/none } }');
  });
});
