import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { heddle, useFolder } from '../cli/command-line.ts';
import { writeProject } from './installed.ts';

interface Hook {
  readonly id: string;
  readonly name: string;
  readonly entry: string;
  readonly language: string;
  readonly types: readonly string[];
  readonly files: string;
}
const root = join(import.meta.dirname, '..', '..');
const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const hook = hooks[0]!;

const path = useFolder();
beforeEach(() => writeProject(path('project')));

/** Runs the entry with the names of changed files after it, as pre-commit does. */
function commit(...files: string[]) {
  const [, ...args] = hook.entry.split(' ');
  return heddle([...args, ...files.map((file) => path('project', file))]);
}

describe('the hook for pre-commit', () => {
  it('is one that pre-commit can install: a program of the npm package', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    expect(hooks).toHaveLength(1);
    expect(hook).toMatchObject({ id: 'heddle-lint', language: 'node', types: ['yaml'] });
    expect(Object.keys(bin)).toContain(hook.entry.split(' ')[0]);
  });

  it('lets sound files be committed, and none that is wrong', async () => {
    const sound = await commit('sites/good.yaml', 'sites/doubtful.yaml');
    expect(sound.code, sound.out).toBe(0);
    const { code, out } = await commit('sites/good.yaml', 'sites/a b/bad.yaml');
    expect(code).toBe(1);
    expect(out).toContain('sites/a b/bad.yaml:2:');
  });

  it('looks at topologies, unless the project names other files', () => {
    const named = new RegExp(hook.files);
    for (const name of ['topologies/two-rack.yaml', 'network/topologies/a.yml']) expect(name).toMatch(named);
    for (const name of ['topologies/parts/racks.yaml', 'topologies/a.lock.json', 'compose.yaml'])
      expect(name).not.toMatch(named);
  });
});
