import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Compilation } from '../../src/pipeline/compilation.ts';
import { compile } from '../../src/pipeline/compile.ts';

const project = join(import.meta.dirname, '..', '..');

/** The topologies of the project, by name. */
export const topologies: readonly string[] = readdirSync(join(project, 'topologies'))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'))
  .sort();

const compiled = new Map<string, Compilation>();

/** A topology of the project, compiled once a test file. */
export function compiledTopology(name: string): Compilation {
  let compilation = compiled.get(name);
  if (!compilation) {
    compilation = compile(join(project, 'topologies', `${name}.yaml`), {
      environment: { HEDDLE_OSPF_KEY: 'for-tests-only' },
    });
    compiled.set(name, compilation);
  }
  return compilation;
}

/** Files of a compiled topology whose path ends so. */
export function filesNamed(name: string, ending: string): { path: string; content: string }[] {
  return [...compiledTopology(name).artifacts()].filter(({ path }) => path.endsWith(ending));
}

/** In CI, of files of one shape also every so many are judged. */
const step = 20;

/**
 * Files to judge with a real program, which takes a quarter of a second each: the first of each shape (files that
 * differ in numbers only have one shape), in CI also some of the others.
 */
export function toJudge(files: readonly { path: string; content: string }[]): { path: string; content: string }[] {
  const shapes = new Set<string>();
  return files.filter(({ content }, index) => {
    const shape = content.replaceAll(/\d+/g, '0');
    const isNew = !shapes.has(shape);
    shapes.add(shape);
    return isNew || (process.env['CI'] === 'true' && index % step === 0);
  });
}
