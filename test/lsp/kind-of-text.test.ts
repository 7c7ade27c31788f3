import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOfText } from '../../src/lsp/kind-of-text.ts';
import { smallTopology } from '../cli/command-line.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the kind of an open YAML file', () => {
  it.each([
    ['a topology', smallTopology],
    ['a half-typed one', 'name: x\nfabric:\n  spines: { cou\nra'],
    ['one in quotes', '"name": x\n"racks": []\n'],
    ['one in braces', '{ "name": "x", "fabric": {} }'],
    ['one with Windows line ends', 'name: x\r\nzones: 3\r\n'],
  ])('is a topology: %s', (_, text) => {
    expect(kindOfText(text)).toBe('topology');
  });

  it.each([
    ['racks alone', 'racks:\n  - name: r1\n'],
    ['addresses and networks', '# site\naddressing: {}\nnetworks: {}\n'],
  ])('is a part of one: %s', (_, text) => {
    expect(kindOfText(text)).toBe('part');
  });

  it.each([
    ['nothing', ''],
    ['a workflow', 'name: ci\non: push\njobs:\n  fabric:\n    racks: 1\n'],
    ['a compose file', 'name: x\nservices: {}\nnetworks: {}\n'],
    ['a config of heddle', 'rules:\n  network-is-used: off\n'],
    ['a package', readFileSync(join(root, 'package.json'), 'utf8')],
    ['words in a comment', '# racks: none\nname: x\n'],
  ])('is none of heddle’s business: %s', (_, text) => {
    expect(kindOfText(text)).toBe('other');
  });

  it('is told in no time, whatever the text', () => {
    const start = performance.now();
    for (const text of ['\n'.repeat(200_000), ' '.repeat(200_000), '{'.repeat(200_000), '# '.repeat(100_000)]) {
      expect(kindOfText(text)).toBe('other');
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
