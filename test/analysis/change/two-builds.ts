import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeChange } from '../../../src/analysis/change/describe-change.ts';
import { type ExistingOutput, noOutput } from '../../../src/analysis/change/existing-output.ts';
import type { FabricChange } from '../../../src/analysis/change/fabric-change.ts';
import { hasErrors } from '../../../src/diagnostics/diagnostic.ts';
import type { Compilation } from '../../../src/pipeline/compilation.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import { secretValues } from '../../../src/pipeline/secrets.ts';
import type { Allocations, Plan } from '../../../src/plan/plan.ts';

type Environment = Readonly<Record<string, string>>;
export type Built = Compilation & { readonly plan: Plan };

/** Compiles a text; a mistake in it fails the test. */
export function built(text: string, previous?: Allocations, environment: Environment = {}, redact = false): Built {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-change-'));
  try {
    const file = join(folder, 'fabric.yaml');
    writeFileSync(file, text);
    const result = compile(file, { environment, redact, previous: previous ?? new Map() });
    const errors = hasErrors(result.diagnostics) ? result.diagnostics.map(({ message }) => message) : [];
    if (errors.length > 0 || !result.plan) throw new Error(errors.join('\n'));
    return { ...result, plan: result.plan };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The output of a build, in memory. */
export function outputOf(build: Built): ExistingOutput {
  const files = new Map([...build.artifacts()].map(({ path, content }) => [path, content]));
  return { paths: new Set(files.keys()), read: (path) => files.get(path) };
}

export interface Between {
  /** What the lock has, where it is not what the first build gave. */
  readonly earlier?: Allocations;
  /** `none`: only the lock is left of the first build. */
  readonly output?: 'none';
  readonly environments?: readonly [Environment, Environment];
  readonly redact?: boolean;
  readonly otherModels?: readonly string[];
}

/** The change from one topology to another, planned with the allocations of the first. */
export function changeBetween(before: string, after: string, options: Between = {}): FabricChange {
  const [old = {}, now = old] = options.environments ?? [];
  const first = built(before, options.earlier, old);
  const { allocations } = first.plan;
  const second = built(after, allocations, now, options.redact);
  const output = options.output === 'none' ? noOutput : outputOf(first);
  const redacted = options.redact ?? false;
  const secrets = redacted ? [] : secretValues(second.devices, now);
  return describeChange(allocations, output, second, { redacted, secrets, otherModels: options.otherModels ?? [] });
}

/** Text of a topology of the project. */
export function topologyText(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', '..', 'topologies', `${name}.yaml`), 'utf8');
}

/** The text with one part replaced, which must be there. */
export function edited(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`there is no ${part} in the topology`);
  return text.replace(part, by);
}
