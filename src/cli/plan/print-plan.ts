import { type FabricChange, hasChanges } from '../../analysis/change/fabric-change.ts';
import { printJson } from '../../analysis/change/print/json.ts';
import { printMarkdown } from '../../analysis/change/print/markdown.ts';
import { printChange } from '../../analysis/change/print/text.ts';
import { printSteps } from '../../analysis/expansion/print-steps.ts';
import { expansionSteps } from '../../analysis/expansion/steps.ts';
import type { Compiled } from '../../analysis/change/describe-change.ts';
import type { Paint } from '../../diagnostics/paint.ts';
import { EarlierAllocations } from '../../fabric/earlier.ts';
import type { Allocations } from '../../plan/plan.ts';

export interface PrintOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly paint: Paint;
  readonly verbose: boolean;
}

/** The plan as one of the formats has it. */
export function printPlan(change: FabricChange, { format, paint, verbose }: PrintOptions): string {
  if (format === 'json') return printJson(change);
  if (format === 'markdown') return printMarkdown(change, verbose);
  return printChange(change, { paint, verbose });
}

/** The steps in which the change is made without cutting anyone off. */
export function printOrder(
  change: FabricChange,
  earlier: Allocations,
  { plan, devices }: Compiled,
  { format, paint }: PrintOptions,
): string {
  const before = new EarlierAllocations(earlier).renamed(plan.fabric.renames).all;
  const files = change.past === 'output' ? { files: change.files } : {};
  const resets = change.impact;
  const steps = hasChanges(change) ? expansionSteps({ before, plan, devices, resets, ...files }) : [];
  return printSteps(steps, { format, paint });
}
