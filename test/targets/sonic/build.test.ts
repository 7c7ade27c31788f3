import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile } from '../../../src/pipeline/compile.ts';
import { type ConfigDb, judge } from './judge.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-sonic-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Builds one of the topologies with its switches changed. */
function build(name: string, change: (text: string) => string) {
  const file = join(folder, `${name}.yaml`);
  const own = readFileSync(join(import.meta.dirname, '../../../topologies', `${name}.yaml`), 'utf8');
  writeFileSync(file, change(own));
  const { diagnostics, artifacts } = compile(file, { environment: {} });
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const configs = new Map<string, ConfigDb>();
  if (errors.length === 0) {
    for (const { path, content } of artifacts()) {
      const [, device] = /^switches\/(.+)\/config_db\.json$/.exec(path) ?? [];
      if (device !== undefined) configs.set(device, JSON.parse(content) as ConfigDb);
    }
  }
  return { errors, configs };
}

const onSonic = (text: string): string => text.replaceAll('os: eos', 'os: sonic');

describe('a fabric of switches with SONiC', () => {
  it('has files that SONiC takes, and descriptions that name the port at the other end', () => {
    const { errors, configs } = build('five-stage', onSonic);
    expect(errors).toEqual([]);
    expect(configs.size).toBeGreaterThan(20);
    let told = 0;
    for (const [device, config] of configs) {
      expect(judge(config), device).toEqual([]);
      for (const [port, { description }] of Object.entries(config['PORT']!)) {
        const [, far = '', name = ''] = /^(\S+) (Ethernet\d+)/.exec(String(description)) ?? [];
        const other = configs.get(far)?.['PORT']?.[name];
        if (!other) continue;
        expect(other['description'], `${far} ${name}`).toMatch(new RegExp(`^${device} ${port}\\b`));
        expect([other['mtu'], other['speed'], other['fec']]).toEqual([
          config['PORT']![port]!['mtu'],
          config['PORT']![port]!['speed'],
          config['PORT']![port]!['fec'],
        ]);
        told++;
      }
    }
    expect(told).toBeGreaterThan(100);
  });

  it('is refused on a platform whose lanes are not known', () => {
    const { errors } = build('five-stage', (text) =>
      onSonic(text).replaceAll('platform: arista-7060cx2-32s', 'platform: celestica-ds4000'),
    );
    expect(errors).toContainEqual(
      expect.stringMatching(
        /^SONiC on \S+ cannot do the ports of celestica-ds4000, for which its sources have no lanes$/,
      ),
    );
  });

  it('is refused a BPDU guard that the file asks for, and not the one that is the default', () => {
    const { errors } = build('five-stage', (text) => `${onSonic(text)}\naccess: { bpduGuard: true }\n`);
    expect(errors).toContainEqual(expect.stringMatching(/cannot do BPDU guard$/));
  });
});
