import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildFabric } from '../../src/fabric/build.ts';
import { type Allocations, rowOf } from '../../src/fabric/earlier.ts';
import { designByName } from '../../src/pipeline/registries.ts';
import { planFabric } from '../../src/plan/plan-fabric.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { readTopology } from '../../src/topology/read.ts';
import { type EditedFabric, applyEdit, edits, fabricText, fabrics } from './edits.ts';

/** Edit sequences that are tried: a thousand in CI. */
const numRuns = process.env['CI'] === 'true' ? 1000 : 150;

const folder = mkdtempSync(join(tmpdir(), 'heddle-edits-'));
afterAll(() => rmSync(folder, { recursive: true }));

function planOf(design: string, fabric: EditedFabric, held?: Allocations): Plan {
  const file = join(folder, 'edited.yaml');
  writeFileSync(file, fabricText(fabric, design));
  const { topology, diagnostics } = readTopology(file);
  expect(diagnostics).toEqual([]);
  const built = buildFabric(topology!, held, designByName.get(design)!.traits);
  expect(built.defects).toEqual([]);
  const plan = planFabric(built);
  expect(plan.defects).toEqual([]);
  return plan;
}

/** What a lock file would hold after a plan. */
function heldAfter(plan: Plan): Allocations {
  return new Map([...plan.resting, ...plan.allocations]);
}

/** Allocations that two of a row have. */
function duplicates(held: Allocations): string[] {
  const seen = new Map<string, string>();
  return [...held].flatMap(([key, value]) => {
    const place = `${rowOf(key)} ${value}`;
    const other = seen.get(place);
    seen.set(place, key);
    return other === undefined ? [] : [`${other} and ${key}: ${value}`];
  });
}

describe.each(['l3-ospf-ibgp', 'mlag'])('any sequence of edits of a fabric with the design %s', (design) => {
  it('moves nothing that is still there, gives nothing twice, and can be undone', () => {
    fc.assert(
      fc.property(fabrics, fc.array(edits, { minLength: 1, maxLength: 4 }), (first, sequence) => {
        const original = planOf(design, first);
        let held = heldAfter(original);
        let fabric = first;
        for (const edit of sequence) {
          const before = fabric;
          fabric = applyEdit(fabric, edit);
          const plan = planOf(design, fabric, held);
          // Under the names of now: a renamed rack keeps what it had under its old one.
          for (const [key, value] of plan.fabric.earlier.all) {
            const now = plan.allocations.get(key);
            if (now !== undefined)
              expect(`${key} ${now}`, `${edit.kind} of ${JSON.stringify(before)}`).toBe(`${key} ${value}`);
          }
          const after = heldAfter(plan);
          expect(after.size).toBeGreaterThanOrEqual(held.size);
          expect(duplicates(after)).toEqual([]);
          held = after;
        }
        const renamed = sequence.some((edit) => edit.kind === 'rename-rack');
        if (!renamed)
          expect(Object.fromEntries(planOf(design, first, held).allocations)).toEqual(
            Object.fromEntries(original.allocations),
          );
      }),
      { numRuns },
    );
  }, 600_000);
});
