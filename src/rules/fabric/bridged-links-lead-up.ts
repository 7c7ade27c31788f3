import { defineRule } from '../rule.ts';

interface StrayLink {
  readonly a: string;
  readonly z: string;
}

export const rule = defineRule<StrayLink, 'fabric'>({
  stage: 'fabric',
  code: 'FAB084',
  name: 'bridged-links-lead-up',
  severity: 'error',
  summary: 'In the design mlag every link between switches leads from a leaf to a core, or joins a pair.',
  why: 'Any other link closes a loop at layer 2; spanning tree would block it, or something that is needed.',
  source: 'IEEE 802.1Q clause 13',
  example: {
    wrong: `design: mlag
links:
  - { a: "r1-leaf1:12", z: "r2-leaf1:12" }
`,
    right: `design: mlag
links:
  - { a: "r1-leaf1:12", z: spine1 }
`,
  },
  message: ({ a, z }) => `The link between ${a} and ${z} closes a loop at layer 2`,
  hint: () => 'Take it out, or use a routed design.',
  check(fabric, report) {
    if (fabric.traits.links !== 'bridged') return;
    for (const { kind, a, z, span } of fabric.links) if (kind === 'extra') report({ a: a.node, z: z.node }, span);
  },
});
