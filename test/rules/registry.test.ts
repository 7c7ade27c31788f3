import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/rules/registry.gen.ts';
import { checkText, exampleWith, summary } from './check-text.ts';
import { exampleFaults, examplesOf } from './example-faults.ts';

const folder = join(import.meta.dirname, '../../src/rules');
const stages = {
  fabric: { folder: 'fabric', prefix: 'FAB' },
  plan: { folder: 'plan', prefix: 'PLAN' },
  devices: { folder: 'device', prefix: 'DEV' },
} as const;

describe('the registry of rules', () => {
  it('lists every rule of the folders, under the name of its file', () => {
    const files = Object.values(stages).flatMap((stage) =>
      readdirSync(join(folder, stage.folder)).map((file) => `${stage.folder}/${file.replace(/\.ts$/, '')}`),
    );
    expect(files.length).toBeGreaterThan(90);
    expect(rules.map((rule) => `${stages[rule.stage].folder}/${rule.name}`).toSorted()).toEqual(files.toSorted());
  });

  it('gives every code once, with the prefix of its stage', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
    for (const rule of rules) expect(rule.code).toMatch(new RegExp(`^${stages[rule.stage].prefix}\\d{3}$`));
  });

  it('names rules by sentences in kebab case', () => {
    for (const rule of rules) expect(rule.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
  });
});

describe('the example topology', () => {
  it('has nothing to report', () => {
    expect(checkText(exampleWith('{}')).map(summary)).toEqual([]);
  });
});

it.each(rules.map((rule) => [rule.name, rule] as const))(
  '%s: the wrong example has this mistake and no other, the right one has none',
  (_name, rule) => {
    expect(exampleFaults(examplesOf(rule))).toEqual([]);
  },
);
