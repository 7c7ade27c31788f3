import { isCutShort, lacksRacks } from '../left-out.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule<{ readonly what: 'zone' | 'pod'; readonly name: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB073',
  name: 'zones-and-pods-have-racks',
  severity: 'warning',
  summary: 'Every zone and every pod has a rack.',
  why: 'A zone without racks is counted on to survive and holds nothing; of a pod without racks the spines are bought, cabled and carry no traffic. Most often a rack was written into another one.',
  example: {
    wrong: `zones: 3
racks:
  - { name: r1, zone: 1 }
  - { name: r2, zone: 2 }
`,
    right: `zones: 3
racks:
  - { name: "z{zone}r1" }
`,
  },
  message: ({ what, name }) => `No rack is in ${what} ${name}`,
  hint: () => 'Give it racks, or leave it out.',
  check(fabric, report) {
    if (isCutShort(fabric) || lacksRacks(fabric) || fabric.topology.dropped.size > 0) return;
    const { data, spans } = fabric.topology;
    const used = new Set(fabric.racks.flatMap(({ zone, pod }) => (pod ? [zone, pod] : [zone])));
    for (const what of ['zone', 'pod'] as const) {
      const given = what === 'zone' ? data.zones : data.pods;
      for (const group of what === 'zone' ? fabric.zones : fabric.pods) {
        if (used.has(group)) continue;
        const span = Array.isArray(given) ? spans.of(given, group.index) : spans.of(data, `${what}s`);
        report({ what, name: group.name }, span);
      }
    }
  },
});
