import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, modulesOf, violations } from './imports.ts';

const project = join(import.meta.dirname, '..', '..');
const src = join(project, 'src');

/** Modules that may use a Node module or a package, by the start of their path. */
const privileges: readonly { readonly name: RegExp; readonly allowed: readonly string[] }[] = [
  {
    name: /^node:fs/,
    allowed: [
      'files/',
      'topology/',
      'control/',
      'lint/',
      'lock/',
      'render/',
      'artifacts/',
      'cli/',
      'lab/',
      'pipeline/read-secret.ts',
    ],
  },
  { name: /^(ip-address|netmask)$/, allowed: ['ip/'] },
  { name: /^ajv/, allowed: ['topology/'] },
  { name: /^yaml$/, allowed: ['topology/', 'targets/cumulus-nvue/', 'lab/export/', 'lsp/'] },
  { name: /^graphology/, allowed: ['fabric/', 'rules/', 'analysis/', 'report/'] },
  { name: /^nunjucks$/, allowed: ['render/'] },
  { name: /^commander$/, allowed: ['cli/'] },
  { name: /^tinyglobby$/, allowed: ['cli/'] },
  { name: /^vscode-languageserver/, allowed: ['lsp/'] },
  { name: /^diff$/, allowed: ['analysis/', 'lint/'] },
];

function privilegeViolations(root: string): string[] {
  return modulesOf(root).flatMap((module) =>
    importsOf(root, module).flatMap(({ to }) =>
      privileges
        .filter(({ name, allowed }) => name.test(to) && !allowed.some((prefix) => module.startsWith(prefix)))
        .map(() => `${module} imports ${to}`),
    ),
  );
}

describe('the direction of imports', () => {
  it('holds in every module', () => {
    const modules = modulesOf(src);
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.flatMap((module) => importsOf(src, module)).length).toBeGreaterThan(200);
    expect(violations(src)).toEqual([]);
  });

  it('keeps packages and the file system to the stages that need them', () => {
    expect(privilegeViolations(src)).toEqual([]);
  });

  it('is checked: a planted violation is found', () => {
    const planted = mkdtempSync(join(tmpdir(), 'heddle-planted-'));
    try {
      for (const folder of ['plan', 'targets', 'elsewhere', 'cli']) mkdirSync(join(planted, folder));
      writeFileSync(
        join(planted, 'plan/a.ts'),
        "import { t } from '../targets/t.ts';\nimport * as fs from 'node:fs';\n",
      );
      writeFileSync(join(planted, 'targets/t.ts'), 'export const t = 1;\n');
      writeFileSync(join(planted, 'elsewhere/e.ts'), 'export const e = 1;\n');
      writeFileSync(join(planted, 'cli/c.ts'), "export { t } from '../targets/t.ts';\n");
      expect(violations(planted)).toEqual([
        'elsewhere/e.ts: its folder has no place in the order',
        'plan/a.ts imports targets/t.ts',
      ]);
      expect(privilegeViolations(planted)).toEqual(['plan/a.ts imports node:fs']);
    } finally {
      rmSync(planted, { recursive: true });
    }
  });
});

describe('source files', () => {
  const sources = modulesOf(src).filter((module) => !module.endsWith('.gen.ts'));

  it('stay short enough to do one thing each', () => {
    const long = sources.filter((module) => readFileSync(join(src, module), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });

  it('write to the console and end the process in cli only', () => {
    const talking = sources.filter(
      (module) =>
        !module.startsWith('cli/') &&
        /\bconsole\.\w+\(|\bprocess\.(exit|stdout|stderr)/.test(readFileSync(join(src, module), 'utf8')),
    );
    expect(talking).toEqual([]);
  });
});

describe('generated sources', () => {
  it('are those that the directories and the schema give', () => {
    const result = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(result.stdout).toBe('');
    expect(result.status).toBe(0);
  });
});
