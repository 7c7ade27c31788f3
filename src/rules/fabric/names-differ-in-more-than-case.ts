import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

export const rule = defineRule<{ readonly name: string; readonly first: string; readonly others: number }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB112',
  name: 'names-differ-in-more-than-case',
  severity: 'error',
  summary: 'No two devices have names that differ in capitals only.',
  why: 'DNS takes both for one name, so that one of them is found at the address of the other; and on many file systems the config of the one would overwrite that of the other.',
  source: 'RFC 4343',
  example: {
    wrong: `racks:
  - { name: r1 }
  - { name: R1 }
`,
    right: `racks:
  - { name: r1 }
  - { name: r2 }
`,
  },
  message: ({ name, first, others }) => `${name} is the same name as ${first} to DNS${alike(others, 'name')}`,
  check({ switches, servers }, report) {
    const seen = new Map<string, { readonly name: string; readonly span: (typeof switches)[number]['span'] }>();
    const found = [...switches, ...servers].flatMap(({ name, span }) => {
      const key = name.toLowerCase();
      const first = seen.get(key);
      if (!first) seen.set(key, { name, span });
      return first && first.name !== name ? [{ name, span, first }] : [];
    });
    for (const { item, others } of gather(found)) {
      report({ name: item.name, first: item.first.name, others }, item.span, [
        { message: item.first.name, span: item.first.span },
      ]);
    }
  },
});
