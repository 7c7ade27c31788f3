import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { heddle, useFolder } from './command-line.ts';

const path = useFolder();

/** Bytes that are no text, the same in every run. */
const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 167 + (index >> 3) * 89) % 256));

const inputs: Readonly<Record<string, () => void>> = {
  'no file': () => undefined,
  'a directory': () => mkdirSync(path('x.yaml')),
  'binary noise': () => writeFileSync(path('x.yaml'), noise),
  'text with a zero byte': () => writeFileSync(path('x.yaml'), 'name: a\0b\n'),
  'an empty file': () => writeFileSync(path('x.yaml'), ''),
  'white space': () => writeFileSync(path('x.yaml'), ' \n\n\t\n'),
  'invalid YAML': () => writeFileSync(path('x.yaml'), 'name: [unclosed\n  - {'),
  'a list': () => writeFileSync(path('x.yaml'), '- a\n- b\n'),
  'a number': () => writeFileSync(path('x.yaml'), '42'),
  'two documents': () => writeFileSync(path('x.yaml'), 'name: a\n---\nname: b\n'),
  'keys of objects': () => writeFileSync(path('x.yaml'), '__proto__: { a: 1 }\nconstructor: 1\ntoString: 2\n'),
  'deep nesting': () => writeFileSync(path('x.yaml'), `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  'a missing include': () => writeFileSync(path('x.yaml'), 'name: a\ninclude: [nowhere.yaml]\n'),
  'a circle of links': () => symlinkSync('x.yaml', path('x.yaml')),
  'a device': () => symlinkSync('/dev/zero', path('x.yaml')),
};

describe.each(['build', 'lint'])('%s', (command) => {
  it.each(Object.entries(inputs))('of %s ends with a message, not with a stack trace', async (_, make) => {
    make();
    const args = [command, path('x.yaml'), ...(command === 'build' ? ['-o', path('out')] : [])];
    const { code, out, err } = await heddle(args, { env: { HEDDLE_DEBUG: '1' } });
    expect([1, 2], out + err).toContain(code);
    expect(out + err).toMatch(/error/);
    expect(out + err).not.toMatch(/^\s+at .*[:(]\d+|node:internal|bug in heddle/m);
    expect(out + err).not.toMatch(/[^\P{Cc}\n]/u);
    if (code === 2) expect(err).toContain(path('x.yaml'));
  });
});
