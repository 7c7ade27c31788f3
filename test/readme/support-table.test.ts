import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { designs } from '../../src/designs/registry.gen.ts';
import { serverFormats } from '../../src/servers/registry.gen.ts';
import { targets } from '../../src/targets/registry.gen.ts';
import { supportTable } from './support-table.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

it('the README has the table of what each target declares', () => {
  expect(readme).toContain(supportTable());
});

it('the README names every target, format and design, and what judges the first two', () => {
  const judged = readme.slice(readme.indexOf('judged by'));
  for (const { name } of [...targets, ...serverFormats]) expect(judged).toMatch(new RegExp(`^\\| \`${name}\``, 'm'));
  for (const { name } of designs) expect(readme).toContain(`\`${name}\``);
});
