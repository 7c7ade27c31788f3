import { gather } from '../gather.ts';
import { uplinksBySwitch } from '../intended-links.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Unequal {
  readonly device: string;
  readonly others: number;
  readonly most: readonly [name: string, links: string];
  readonly least: readonly [name: string, links: string];
}

export const rule = defineRule<Unequal, 'fabric'>({
  stage: 'fabric',
  code: 'FAB023',
  name: 'uplinks-are-equal',
  severity: 'warning',
  summary: 'A switch has as many links, of the same speeds, to each switch above it.',
  why: 'ECMP spreads flows evenly over equal paths: more links to one spine draw more traffic than it can pass on, and slower links are not used at all.',
  source: 'RFC 2992; RFC 2328 section 16.1',
  example: {
    wrong: `links:
  - { a: "r1-leaf1:9", z: spine1 }
  - { a: "r1-leaf1:10", z: spine1 }
`,
    right: `links:
  - { a: "r1-leaf1:9", z: spine1 }
  - { a: "r1-leaf1:10", z: spine2 }
`,
  },
  message: ({ device, others, most, least }) =>
    `${device} has ${most[1]} to ${most[0]} but ${least[1]} to ${least[0]}${alike(others, 'switch')}`,
  hint: () => 'Give every spine the same links, or the paths are not of equal cost.',
  check(fabric, report) {
    const incomplete = new Set(fabric.unlaid.map((link) => link.a));
    const found = [...uplinksBySwitch(fabric)].flatMap(([device, links]) => {
      // What lacks a port is reported as that.
      if (incomplete.has(device)) return [];
      const speeds = new Map<string, number[]>();
      for (const link of links) speeds.set(link.z.node, [...(speeds.get(link.z.node) ?? []), link.speed]);
      const described = [...speeds].map(([name, list]) => ({
        name,
        total: list.reduce((sum, speed) => sum + speed, 0),
        text: list
          .sort((a, b) => b - a)
          .map((speed) => `${speed}G`)
          .join(' + '),
      }));
      described.sort((a, b) => b.total - a.total || (a.text < b.text ? -1 : 1));
      const [most, least] = [described[0]!, described.at(-1)!];
      if (most.text === least.text) return [];
      const explicit = links.findLast((link) => link.z.node === most.name)!;
      return [
        {
          device,
          most: [most.name, most.text] as const,
          least: [least.name, least.text] as const,
          span: explicit.span,
        },
      ];
    });
    for (const { item, others } of gather(found, ({ most, least }) => `${most.join()} ${least.join()}`)) {
      report({ ...item, others }, item.span);
    }
  },
});
