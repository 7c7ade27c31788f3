import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { starterTopology } from '../../src/cli/starter-topology.ts';
import { designs } from '../../src/designs/registry.gen.ts';
import { platforms } from '../../src/platforms/registry.gen.ts';
import { serverFormats } from '../../src/servers/registry.gen.ts';
import { targets } from '../../src/targets/registry.gen.ts';
import { topologySchema } from '../../src/topology/schema/schema.ts';
import { heddle, useFolder } from './command-line.ts';

const path = useFolder();

describe('heddle init', () => {
  it('writes a topology that builds as it is, without a warning', async () => {
    const file = path('fabric.yaml');
    expect(await heddle(['init', file])).toEqual({
      code: 0,
      out: `Written: ${file}\nNext:    heddle build ${file}\n`,
      err: '',
    });
    expect(readFileSync(file, 'utf8')).toBe(starterTopology);
    expect(await heddle(['lint', file, '--max-warnings', '0'])).toEqual({ code: 0, out: 'no problems\n', err: '' });
    expect((await heddle(['build', file, '-o', path('out')])).code).toBe(0);
  });

  it('explains every section with a comment before it', () => {
    const lines = starterTopology.split('\n');
    const sections = lines.flatMap((line, index) => (/^[a-z]+:/i.test(line) ? [index] : []));
    expect(sections.length).toBeGreaterThan(6);
    const uncommented = sections.filter(
      (index) => !/^(#|[a-z]+:)/i.test(lines[index - 1] ?? '') && lines[index] !== 'fabric:',
    );
    expect(uncommented.map((index) => lines[index])).toEqual([]);
  });

  it('never overwrites', async () => {
    writeFileSync(path('fabric.yaml'), 'mine');
    const { code, out, err } = await heddle(['init', path('fabric.yaml')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`Cannot write ${path('fabric.yaml')}: it is already there\n  hint: `);
    expect(readFileSync(path('fabric.yaml'), 'utf8')).toBe('mine');
    mkdirSync(path('folder'));
    expect((await heddle(['init', path('folder')])).code).toBe(2);
    expect((await heddle(['init', path('no/where.yaml')])).err).toContain('there is no such file or directory');
  });

  it('prints for -', async () => {
    expect(await heddle(['init', '-'])).toEqual({ code: 0, out: starterTopology, err: '' });
  });
});

interface Branch {
  readonly properties: Readonly<Record<string, Branch>>;
  readonly items: Branch;
  readonly enum?: readonly string[];
  readonly examples?: readonly string[];
}

describe('heddle schema', () => {
  it('prints a JSON Schema that holds for the starter and knows the names of this version', async () => {
    const { code, out, err } = await heddle(['schema']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const schema = JSON.parse(out) as Branch & object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    expect(validate(parse(starterTopology)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...(parse(starterTopology) as object), design: 'spaghetti' })).toBe(false);
    const { design, fabric, racks, devices } = schema.properties;
    expect(design?.enum).toEqual(designs.map((one) => one.name));
    for (const tier of ['spines', 'leafs', 'superspines']) {
      expect(fabric?.properties[tier]?.properties['os']?.enum).toEqual(targets.map((one) => one.name));
      expect(fabric?.properties[tier]?.properties['platform']?.examples).toEqual(platforms.map((one) => one.id));
    }
    expect(racks?.items.properties['servers']?.items.properties['config']?.enum).toEqual(
      serverFormats.map((one) => one.name),
    );
    expect(devices).toBeDefined();
  });

  it('differs from the schema of the reader in these names only', async () => {
    const names = new Set(['enum', 'examples']);
    const strip = (key: string, value: unknown) => (names.has(key) && Array.isArray(value) ? undefined : value);
    const { out } = await heddle(['schema']);
    expect(JSON.parse(JSON.stringify(JSON.parse(out), strip))).toEqual(
      JSON.parse(JSON.stringify(topologySchema, strip)),
    );
  });
});
