import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareFiles } from '../../../src/analysis/change/files/compare-files.ts';
import type { FileChange } from '../../../src/analysis/change/fabric-change.ts';
import type { Step } from '../../../src/analysis/expansion/step.ts';
import { expansionSteps } from '../../../src/analysis/expansion/steps.ts';
import type { Device } from '../../../src/device/device.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import type { Allocations, Plan } from '../../../src/plan/plan.ts';

export interface Built {
  readonly plan: Plan;
  readonly devices: readonly Device[];
  readonly artifacts: () => { path: string; content: string }[];
}

/** Compiles a text, with the allocations of an earlier build. Throws where the text has a mistake. */
export function built(text: string, previous?: Allocations): Built {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-expansion-'));
  try {
    const file = join(folder, 'fabric.yaml');
    writeFileSync(file, text);
    const { plan, devices, diagnostics, artifacts } = compile(file, {
      ...(previous ? { previous } : {}),
      environment: { HEDDLE_OSPF_KEY: 'for-tests-only' },
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    if (!plan || errors.length > 0) throw new Error(errors.join('\n'));
    return { plan, devices, artifacts: () => [...artifacts()] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text of a topology of the project, with replacements; each must fit. */
export function topologyText(name: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  let text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'topologies', `${name}.yaml`), 'utf8');
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

/** Device files that differ between two builds, as `heddle plan` finds them. */
export function changedFiles(before: Built, after: Built): readonly FileChange[] {
  const old = new Map(before.artifacts().map(({ path, content }) => [path, content]));
  const existing = { paths: new Set(old.keys()), read: (path: string) => old.get(path) };
  return compareFiles(existing, after.artifacts(), { redacted: false, secrets: [], rackOf: () => undefined }).files;
}

/** The steps from one build to the next. */
export function stepsBetween(before: Built, after: Built): Step[] {
  const { plan, devices } = after;
  return expansionSteps({ before: before.plan.allocations, plan, devices, files: changedFiles(before, after) });
}
