import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coveredFolders, makeBox } from '../../../../src/lab/network/native/box.ts';

let folder = '';
let packaged = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-box-'));
  packaged = mkdtempSync(join(tmpdir(), 'heddle-package-'));
  writeFileSync(join(packaged, 'addons.conf'), 'of the package\n');
});
afterAll(() => {
  for (const one of [folder, packaged]) rmSync(one, { recursive: true, force: true });
});

describe('the folders of a device', () => {
  it('have its files and those of packages, and are mounted over those of the machine', () => {
    const needs = {
      folders: [packaged, '/etc/systemd', '/run/program', '/nowhere/at/all'],
      copied: [packaged],
      readOnlySys: true,
    };
    const own = `${packaged}/interfaces`;
    const table = makeBox(join(folder, 'of the', 'leaf1'), 'leaf1', needs, [
      { place: own, content: 'auto lo\n' },
      { place: '/etc/systemd/network/10-lo.network', content: '[Match]\n' },
      { place: '/etc/frr/frr.conf', content: 'read by others\n' },
    ]);
    const box = (place: string): string => join(folder, 'of the', 'leaf1', place);
    expect(readFileSync(box(own), 'utf8')).toBe('auto lo\n');
    expect(readFileSync(box(`${packaged}/addons.conf`), 'utf8')).toBe('of the package\n');
    expect(statSync(box(own)).mode & 0o777).toBe(0o600);
    expect(statSync(box('/etc/systemd/network/10-lo.network')).mode & 0o777).toBe(0o644);
    expect(statSync(box('/etc/systemd/network')).mode & 0o777).toBe(0o755);
    expect(() => statSync(box('/etc/frr'))).toThrow('ENOENT');
    const places = readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.split(' ').slice(1, 4).join(' '));
    expect(places).toEqual(
      expect.arrayContaining([
        '/sys sysfs ro',
        `${packaged} none bind`,
        '/etc/systemd none bind',
        '/run/program none bind',
      ]),
    );
    expect(readFileSync(table, 'utf8')).toContain(`${folder}/of\\040the/leaf1/run/program /run/program `);
    expect(places.join('\n')).not.toContain('/nowhere');
  });

  it('are made first where the lab has nothing yet', () => {
    const needs = { folders: ['/etc/network', '/run/network', '/var/tmp/network'], copied: [], readOnlySys: false };
    expect(coveredFolders([needs, needs])).toEqual(['/run/network', '/var/tmp/network']);
  });
});
