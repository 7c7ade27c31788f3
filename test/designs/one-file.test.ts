import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Allocations, Plan } from '../../src/plan/plan.ts';
import { compileText, complaints, switchesOf } from './compile-text.ts';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'topologies', 'swift-5zone.yaml'), 'utf8');

/** What a lock file would hold after a build. */
function heldAfter(plan: Plan): Allocations {
  return new Map([...plan.resting, ...plan.allocations]);
}

function planned(design: string, previous: Allocations): Plan {
  const compilation = compileText(text, { design, previous });
  expect(complaints(compilation)).toEqual([]);
  return compilation.plan!;
}

/** Cores and leafs that a design has. */
function counts(design: string): number[] {
  const roles = [...switchesOf(compileText(text, { design })).values()].map(({ role }) => role);
  return ['spine', 'leaf'].map((role) => roles.filter((one) => one === role).length);
}

describe('swift-5zone, one file for several designs', () => {
  it('has two leafs a rack and two cores with MLAG, and one leaf otherwise', () => {
    expect(counts('mlag')).toEqual([2, 40]);
    expect(counts('l3-ebgp')).toEqual([4, 20]);
    expect(counts('l3-ospf-ibgp')).toEqual([4, 20]);
  });

  it.each(['mlag', 'l3-ebgp'])('has a folder for every device with %s', (design) => {
    const compilation = compileText(text, { design });
    const folders = new Set([...compilation.artifacts()].map(({ path }) => path.split('/').slice(0, -1).join('/')));
    for (const { name } of compilation.fabric!.switches) expect(folders).toContain(`switches/${name}`);
    for (const { name, rack } of compilation.fabric!.servers) expect(folders).toContain(`servers/${rack.name}/${name}`);
  });

  it('keeps what each design allocated, whichever is built in between, and shares what they have in common', () => {
    let held: Allocations = new Map();
    const first = new Map<string, Allocations>();
    for (const design of ['l3-ospf-ibgp', 'mlag', 'l3-ebgp', 'mlag', 'l3-ospf-ibgp', 'l3-ebgp']) {
      const plan = planned(design, held);
      for (const [key, value] of held) expect(plan.allocations.get(key) ?? value, key).toBe(value);
      const before = first.get(design);
      if (before) expect(Object.fromEntries(plan.allocations)).toEqual(Object.fromEntries(before));
      first.set(design, plan.allocations);
      held = heldAfter(plan);
    }
    const [routed, mlag] = ['l3-ospf-ibgp', 'mlag'].map((design) => first.get(design)!);
    expect([...routed!].filter(([key]) => key.startsWith('host/'))).toEqual(
      [...mlag!].filter(([key]) => key.startsWith('host/')),
    );
  });

  it('says which rack has no port left at a core, and what would have enough', () => {
    const small = text.replace('platform: arista-7260cx3-64', 'platform: arista-7060cx2-32s');
    const [shortage] = compileText(small, { design: 'mlag' }).diagnostics;
    expect(shortage).toMatchObject({ code: 'FAB010' });
    expect(shortage!.message).toMatch(
      /^spine1 \(arista-7060cx2-32s\) has only 32 ports for 42 .*: they end at rack z4r4/,
    );
    expect(shortage!.hint).toContain('arista-7260cx3-64 has 64');
    const vast = small.replace('z{zone}r{1..4}', 'z{zone}r{1..9}');
    expect(compileText(vast, { design: 'mlag' }).diagnostics[0]!.hint).toContain('none that heddle knows has 92');
  });

  it('says that MLAG takes two cores, where the file says otherwise', () => {
    const four = text.replace('spines: { count: 2,', 'spines: { count: 4,');
    expect(complaints(compileText(four, { design: 'mlag' })).join('\n')).toContain('error FAB080');
  });
});
