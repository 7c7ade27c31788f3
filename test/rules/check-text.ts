import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../../src/diagnostics/sort.ts';
import { positionAt } from '../../src/diagnostics/span.ts';
import { lowerDevices } from '../../src/designs/lower.ts';
import { buildFabric } from '../../src/fabric/build.ts';
import { designByName } from '../../src/pipeline/registries.ts';
import { planFabric } from '../../src/plan/plan-fabric.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import type { LoweredFabric, Rule, Subjects } from '../../src/rules/rule.ts';
import { runRules } from '../../src/rules/run.ts';
import { readTopology } from '../../src/topology/read.ts';

/** A topology as far as its plan, with what the reader found. */
export interface ReadText {
  readonly subjects?: Pick<Subjects, 'fabric' | 'plan'>;
  readonly shape: readonly Diagnostic[];
}

export function subjectsOf(text: string): ReadText {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-rules-'));
  try {
    const file = join(folder, 'topology.yaml');
    writeFileSync(file, text);
    const { topology, diagnostics: shape } = readTopology(file);
    if (!topology) return { shape };
    const fabric = buildFabric(topology, undefined, designByName.get(topology.data.design)?.traits);
    return { subjects: { fabric, plan: planFabric(fabric) }, shape };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The devices of a topology without mistakes. */
export function lower({ fabric, plan }: Pick<Subjects, 'fabric' | 'plan'>): LoweredFabric | undefined {
  const design = designByName.get(fabric.topology.data.design);
  return design && { fabric, devices: lowerDevices(plan, design) };
}

/** Everything wrong with a topology, of the reader and of every rule, or of those that are given. */
export function checkRead({ subjects, shape }: ReadText, rules?: readonly Rule[]): Diagnostic[] {
  const found = [...shape, ...(subjects ? runRules(['fabric', 'plan'], subjects, rules) : [])];
  const devices = subjects && errorsOf(found).length === 0 ? lower(subjects) : undefined;
  return sortDiagnostics([...found, ...(devices ? runRules('devices', { devices }, rules) : [])]);
}

export function checkText(text: string): Diagnostic[] {
  return checkRead(subjectsOf(text));
}

/** The example topology with the keys of a fragment in place of its own, as `heddle explain` means them. */
export function exampleWith(fragment: string): string {
  return stringify({ ...(parse(exampleTopology) as object), ...(parse(fragment) as object) });
}

export function errorsOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
}

/** One line a diagnostic, for comparing and for reading when a test fails. */
export function summary({ code, message, span }: Diagnostic): string {
  return `${positionAt(span.file, span.start).line} ${code} ${message}`;
}
