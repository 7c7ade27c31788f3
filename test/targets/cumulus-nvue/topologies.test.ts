import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../../src/pipeline/compile.ts';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import type { Words } from './documents.ts';
import { context } from './fixtures.ts';
import { dangling } from './references.ts';
import { startupSchema } from './schema/startup.ts';

const topologies = join(import.meta.dirname, '..', '..', '..', 'topologies');
const validate = new Ajv2020({ strict: false }).compile(startupSchema);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-nvue-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One of the topologies that come with heddle, on Cumulus Linux throughout. */
function compileOnCumulus(name: string) {
  const file = join(folder, name);
  const text = readFileSync(join(topologies, name), 'utf8');
  writeFileSync(file, text.replaceAll(/\bos: *[a-z-]+/g, `os: ${target.name}`));
  return compile(file, { environment: { HEDDLE_OSPF_KEY: 'word', HEDDLE_BGP_KEY: 'word' } });
}

describe('whole fabrics on Cumulus Linux', () => {
  it.each(['dual-leaf.yaml', 'ebgp-unnumbered.yaml', 'border.yaml', 'tenants.yaml'])(
    '%s is documents as they should be',
    (name) => {
      const { devices, diagnostics } = compileOnCumulus(name);
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const switches = devices.filter((one) => one.kind === 'switch');
      expect(switches.length).toBeGreaterThan(2);
      const faults = switches.flatMap((device) => {
        const [, { set }] = parse(target.render(device, { ...context, readSecret: () => 'word' })[0]!.content) as [
          unknown,
          { set: Words },
        ];
        validate([{ header: {} }, { set }]);
        const wrong = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
        return [...wrong, ...dangling(set)].map((fault) => `${device.name}: ${fault}`);
      });
      expect(faults).toEqual([]);
    },
  );

  it('are refused where they need OSPF for IPv6', () => {
    const errors = compileOnCumulus('dual-stack.yaml').diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toContain(
      'NVIDIA Cumulus Linux (NVUE) on spine1 cannot do OSPF for IPv6 (version 3)',
    );
  });
});
