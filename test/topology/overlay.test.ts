import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTopology } from '../../src/topology/read.ts';

const main = `name: small
include: [site.yaml]
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr }
  leafs: { platform: linux, os: frr }
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
racks: [{ name: r1 }]
`;
const site = 'networks: { service: { vlan: 20, pool: 10.20.0.0/16 } }\n';

describe('texts that are open in an editor', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-overlay-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const at = (name: string) => join(folder, name);

  it('stand in the place of files', () => {
    writeFileSync(at('main.yaml'), main);
    writeFileSync(at('site.yaml'), site);
    const open = new Map([
      [at('main.yaml'), main.replace('name: small', 'name: unsaved')],
      [at('site.yaml'), site.replace('vlan: 20', 'vlan: 4095')],
    ]);
    const { diagnostics } = readTopology(at('main.yaml'), undefined, open);
    expect(diagnostics.map(({ rule, span }) => [rule, span.file.path])).toEqual([['within-range', at('site.yaml')]]);
    const sound = readTopology(at('main.yaml'), undefined, new Map([[at('main.yaml'), open.get(at('main.yaml'))!]]));
    expect(sound.topology?.data.name).toBe('unsaved');
    expect(sound.files.map(({ path }) => path)).toEqual([at('main.yaml'), at('site.yaml')]);
  });

  it('need no file on disk, and are held to what files are held to', () => {
    const open = new Map([
      [at('main.yaml'), main],
      [at('site.yaml'), site],
    ]);
    expect(readTopology(at('main.yaml'), undefined, open).diagnostics).toEqual([]);
    open.set(at('site.yaml'), 'networks: "\u0000"');
    expect(readTopology(at('main.yaml'), undefined, open).diagnostics.map(({ message }) => message)).toEqual([
      `${at('site.yaml')} is not a topology file: it holds binary data`,
    ]);
  });
});
