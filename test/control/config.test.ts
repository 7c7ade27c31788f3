import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configName, findConfig } from '../../src/control/find-config.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { compileTexts, place, withUnusedNetwork } from './compile-texts.ts';

const findings = (config: string, text = withUnusedNetwork()) =>
  compileTexts({ 'main.yaml': text, [configName]: config }).diagnostics.map(place);

const hints = (config: string) =>
  compileTexts({ 'main.yaml': withUnusedNetwork(), [configName]: config }).diagnostics.map(({ hint }) => hint);

describe('heddle.config.yaml', () => {
  it('is looked for from the folder of the file upwards, up to a folder with .git', () => {
    const root = mkdtempSync(join(tmpdir(), 'heddle-config-'));
    try {
      mkdirSync(join(root, 'repo/.git'), { recursive: true });
      mkdirSync(join(root, 'repo/a/b'), { recursive: true });
      const file = join(root, 'repo/a/b/x.yaml');
      writeFileSync(join(root, configName), '');
      expect(findConfig(file)).toBeUndefined();
      writeFileSync(join(root, 'repo', configName), '');
      expect(findConfig(file)).toBe(join(root, 'repo', configName));
      writeFileSync(join(root, 'repo/a', configName), '');
      expect(findConfig(file)).toBe(join(root, 'repo/a', configName));
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it.each([
    ['a folder', (file: string) => mkdirSync(file), /is no config/],
    ['a link to nothing', (file: string) => symlinkSync('/nowhere/at-all', file), /there is no such file/],
    ['bytes that are no text', (file: string) => writeFileSync(file, Buffer.from([0xff, 0xfe])), /is no config/],
  ])('is an error where it cannot be read: %s', (_what, make, message) => {
    const root = mkdtempSync(join(tmpdir(), 'heddle-config-'));
    try {
      writeFileSync(join(root, 'main.yaml'), withUnusedNetwork());
      make(join(root, configName));
      const [first] = compile(join(root, 'main.yaml')).diagnostics;
      expect(first).toMatchObject({ code: 'CTL010', severity: 'error' });
      expect(first!.message).toMatch(message);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it('is named as the file is: by a path from the working directory', () => {
    const overlay = new Map([[join(process.cwd(), configName), '']]);
    expect(findConfig('topologies/x.yaml', overlay)).toBe(configName);
    expect(findConfig('x.yaml', overlay)).toBe(configName);
  });

  it.each([
    ['rules: { network-is-used: warning }', ['main.yaml:9:3 warning FAB036']],
    ['rules: { FAB036: error }', ['main.yaml:9:3 error FAB036']],
    ['rules: { FAB036: { severity: warning } }', ['main.yaml:9:3 warning FAB036']],
    ['rules: { FAB036: off }', []],
    ['rules: { references-exist: error }', ['main.yaml:9:3 info FAB036']],
    ['rules: {}', ['main.yaml:9:3 info FAB036']],
    ['rules:', ['main.yaml:9:3 info FAB036']],
    ['# nothing yet', ['main.yaml:9:3 info FAB036']],
  ])('%s', (config, expected) => {
    expect(findings(config)).toEqual(expected);
  });

  it('makes an error of a warning: nothing is built then', () => {
    const compiled = compileTexts({
      'main.yaml': withUnusedNetwork(),
      [`../${configName}`]: 'rules: { FAB036: error }',
    });
    expect(compiled.devices).toEqual([]);
    expect([...compiled.artifacts()]).toEqual([]);
    expect(compiled.plan).toBeDefined();
    expect(compiled.config?.path).toBe(`/heddle-test/${configName}`);
  });

  it('leaves a comment its say', () => {
    const text = withUnusedNetwork(' # heddle-ignore FAB036: its servers come in spring');
    expect(findings('rules: { FAB036: error }', text)).toEqual([]);
    expect(findings('rules: { suppression-is-used: off }', text.replace('FAB036', 'FAB049'))).toEqual([
      'main.yaml:9:3 info FAB036',
    ]);
  });

  it.each([
    ['rule: {}', '1:1', 'CTL011'],
    ['rules: { network-is-usd: off }', '1:10', 'CTL012'],
    ['rules: { FAB036: never }', '1:18', 'CTL013'],
    ['rules: { FAB036: false }', '1:18', 'CTL013'],
    ['rules: { FAB036: { severity: 3 } }', '1:30', 'CTL013'],
    ['rules: { FAB036: { sevrity: off } }', '1:20', 'CTL011'],
    ['rules: { FAB036: { most: 3 } }', '1:20', 'CTL011'],
    ['rules: { references-exist: off }', '1:28', 'CTL014'],
    ['rules: { FAB001: { severity: warning } }', '1:30', 'CTL014'],
    ['rules: { FAB036: warning, network-is-used: off }', '1:27', 'CTL015'],
    ['rules: [FAB036]', '1:8', 'CTL013'],
    ['- rules', '1:1', 'CTL010'],
    ['rules: {', '1:8', 'TOPO010'],
    ['rules: { a: *b }', '1:13', 'TOPO014'],
  ])('%s is reported at %s', (config, at, code) => {
    expect(findings(config).filter((one) => !one.startsWith('main'))).toEqual([`${configName}:${at} error ${code}`]);
  });

  it('says what was meant', () => {
    expect(hints('rules: { FAB036: false }')).toContain('Did you mean off?');
    expect(hints('rules: { network-is-usd: off }')).toContain('Did you mean network-is-used?');
    expect(hints('rule: {}')).toContain('Did you mean rules?');
  });
});
