import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Device } from '../../../src/device/device.ts';
import { compile } from '../../../src/pipeline/compile.ts';
import type { Allocations, Plan } from '../../../src/plan/plan.ts';

export interface Built {
  readonly plan: Plan;
  readonly devices: readonly Device[];
  readonly files: () => { path: string; content: string }[];
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
    return { plan, devices, files: () => [...artifacts()] };
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
