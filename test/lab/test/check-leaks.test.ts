import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { predictForwarding } from '../../../src/analysis/forwarding/fib.ts';
import { apartPairs } from '../../../src/lab/test/check-leaks.ts';
import { compile } from '../../../src/pipeline/compile.ts';

const tenants = join(import.meta.dirname, '..', '..', '..', 'topologies', 'tenants.yaml');
const folder = mkdtempSync(join(tmpdir(), 'heddle-leaks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const group = (name: string, network: string): string =>
  `      - { name: "${name}-{rack}", role: object, nics: { count: 1, speed: 25G }, bond: none, networks: [${network}], config: ifupdown2 }\n`;

/** Pairs of a fabric in which each server is in one VRF: `apps` in the default one, `disks` in that of storage. */
function pairsWith(leaks: string): string[] {
  const file = join(folder, 'tenants.yaml');
  const text = readFileSync(tenants, 'utf8')
    .replace(/^leaks:[\s\S]*?\n\n/m, leaks)
    .replace(/ {4}servers:\n[\s\S]*$/, `    servers:\n${group('app', 'management')}${group('disk', 'storage')}`);
  writeFileSync(file, text);
  const { plan, devices } = compile(file, { redact: true });
  return apartPairs(plan!, devices, predictForwarding(devices)).map(({ from, to }) => `${from} ${to}`);
}

describe('servers that must not reach each other', () => {
  it('are those of VRFs without a leak', () => {
    expect(pairsWith('\n')).toEqual([
      'app-rack1 disk-rack1',
      'disk-rack1 app-rack1',
      'app-rack2 disk-rack1',
      'disk-rack2 app-rack1',
    ]);
  });

  it('are none where routes leak both ways', () => {
    const leaks = 'leaks:\n  - { networks: [storage], to: default }\n  - { networks: [management], to: storage }\n\n';
    expect(pairsWith(leaks)).toEqual([]);
  });
});
