import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/pipeline/compile.ts';
import { pipelineProblems } from '../../src/pipeline/problems.ts';
import { exampleWith } from '../rules/check-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'heddle-problems-'));
afterAll(() => rmSync(folder, { recursive: true }));

function codesOf(fragment: string): string[] {
  const file = join(folder, 'topology.yaml');
  writeFileSync(file, exampleWith(fragment));
  return compile(file, { environment: { PATH: 'set' } }).diagnostics.map(({ code }) => code);
}

describe.each(pipelineProblems.map((problem) => [problem.name, problem] as const))('%s', (_name, problem) => {
  it('reports its wrong example only', () => {
    expect(new Set(codesOf(problem.example.wrong))).toEqual(new Set([problem.code]));
    expect(codesOf(problem.example.right)).toEqual([]);
  });
});

describe('what a target cannot do', () => {
  const keys = ['A', 'B', 'C'].map((key) => `"ssh-rsa ${key}"`).join(', ');
  const system = `system: { users: [{ name: netops, sshKeys: [${keys}] }] }\n`;
  const onEos = 'devices: { spine1: { platform: arista-7060cx2-32s, os: eos } }\n';
  const shared = [
    'fabric:',
    '  asn: 65000',
    '  mtu: 9216',
    '  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 100G }] }',
  ].join('\n');
  const leafs =
    '\n  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 100G, use: uplink }] }\n';

  it('is said once, of the first device and at the setting', () => {
    expect(codesOf(system)).toEqual([]);
    expect(codesOf(`${shared}${leafs}${system}${onEos}`)).toEqual(['TGT005', 'TGT005']);
  });
});

describe('compile', () => {
  it('asks for secrets only when it is given an environment', () => {
    const file = join(folder, 'secret.yaml');
    writeFileSync(
      file,
      exampleWith('design: l3-ebgp\nrouting: { bgp: { authentication: { key: env:HEDDLE_EXAMPLE_UNSET } } }'),
    );
    expect(compile(file).diagnostics).toEqual([]);
    expect(compile(file, { environment: {} }).diagnostics.map(({ code }) => code)).toEqual(['TGT004']);
  });

  it('gives no artifacts and no devices while there is an error', () => {
    const file = join(folder, 'wrong.yaml');
    writeFileSync(file, exampleWith('design: nothing-like-it'));
    const { devices, artifacts, diagnostics } = compile(file, { environment: {} });
    expect([devices, [...artifacts()]]).toEqual([[], []]);
    expect(diagnostics[0]).toMatchObject({ code: 'TGT001', severity: 'error' });
  });
});
