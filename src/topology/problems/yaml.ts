import { type Edit, type Fix, defineProblem } from '../../diagnostics/diagnostic.ts';
import { smallestTopology } from './smallest-topology.ts';
import { found } from '../words.ts';

export const validYaml = defineProblem<{ words: string; fix?: Fix }>({
  code: 'TOPO010',
  name: 'valid-yaml',
  severity: 'error',
  summary: 'A topology file is valid YAML 1.2.',
  why: 'What cannot be parsed cannot be guessed at: only the first mistake of syntax in a file is reported.',
  source: 'YAML 1.2.2',
  example: {
    wrong: smallestTopology.replace('defaultRoute: true }', 'defaultRoute: true'),
    right: smallestTopology,
    whole: true,
  },
  message: ({ words }) => words,
  fix: ({ fix }) => fix,
});

export const oneDocument = defineProblem<object>({
  code: 'TOPO011',
  name: 'one-document',
  severity: 'error',
  summary: 'A file holds one YAML document.',
  why: 'A second document, after `---`, would be lost without a word.',
  example: { wrong: `${smallestTopology}---\nname: two\n`, right: smallestTopology, whole: true },
  message: () => 'A second document begins here; a topology file holds one',
  hint: () => 'Use include: to spread a topology over several files.',
});

export const noDuplicateKey = defineProblem<{ key: string; removal?: Edit | undefined }>({
  code: 'TOPO012',
  name: 'no-duplicate-key',
  severity: 'error',
  summary: 'A key stands once in its map.',
  why: 'YAML keeps only one of the two values, and readers differ in which.',
  source: 'YAML 1.2.2, 3.2.1.3 Node Comparison',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, vlan: 21 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
`,
  },
  message: ({ key }) => `The key ${key} stands twice in the same map`,
  // Where the values differ, one of them is meant, and nobody but the writer knows which.
  fix: ({ key, removal }) => removal && { title: `Take the second ${key} out`, edits: [removal] },
});

export const keysAreWords = defineProblem<{ found: string }>({
  code: 'TOPO013',
  name: 'keys-are-words',
  severity: 'error',
  summary: 'A key is a word, not a list or a map.',
  why: 'Braces at the place of a key are most often a name pattern without its quotes.',
  example: {
    wrong: `devices:
  { r1-leaf1 }: { maintenance: true }
`,
    right: `devices:
  r1-leaf1: { maintenance: true }
`,
  },
  message: (key) => `A key must be a word, and this is ${key.found}`,
  hint: () => 'Put quotes around a text that begins with { or [.',
});

export const knownAlias = defineProblem<{ name: string }>({
  code: 'TOPO014',
  name: 'known-alias',
  severity: 'error',
  summary: 'An alias (*name) stands after the anchor (&name) it refers to, in the same file.',
  why: 'YAML reads from top to bottom; anchors of included files are not seen.',
  source: 'YAML 1.2.2, 7.1 Alias Nodes',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, mtu: *jumbo }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, mtu: &jumbo 9000 }
`,
  },
  message: ({ name }) => `There is no anchor &${name} above this alias`,
});

export const noRecursiveAlias = defineProblem<{ name: string }>({
  code: 'TOPO015',
  name: 'no-recursive-alias',
  severity: 'error',
  summary: 'An alias does not stand inside the value it refers to.',
  why: 'The value would have no end.',
  example: {
    wrong: `racks: &racks
  - name: r1
    servers: *racks
`,
    right: `racks:
  - name: r1
`,
  },
  message: ({ name }) => `The alias *${name} stands inside its own anchor`,
});

export const boundedAliases = defineProblem<{ reason: string }>({
  code: 'TOPO016',
  name: 'bounded-aliases',
  severity: 'error',
  summary: 'A file has at most 20,000 aliases, and together they stand for at most 100,000 values.',
  why: 'A few lines of aliases to aliases stand for more data than any memory holds.',
  example: {
    wrong: `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
`,
    right: 'routing: { bfd: { interval: 300 } }\n',
  },
  message: ({ reason }) => reason,
});

export const boundedNesting = defineProblem<{ limit: number }>({
  code: 'TOPO017',
  name: 'bounded-nesting',
  severity: 'error',
  summary: 'Lists and maps are nested at most 100 deep.',
  why: 'A topology needs ten. More is a mistake, or an attempt to exhaust the reader.',
  example: {
    wrong: `racks: ${'['.repeat(101)}${']'.repeat(101)}\n`,
    right: 'racks: []\n',
  },
  message: ({ limit }) => `Lists and maps are nested more than ${limit} deep here`,
});

export const plainTags = defineProblem<{ tag: string }>({
  code: 'TOPO018',
  name: 'plain-tags',
  severity: 'error',
  summary: 'Values have no tags but those of plain data (!!str, !!int, !!float, !!bool, !!null, !!map, !!seq).',
  why: 'A tag such as !vault or !include belongs to another program, and heddle would read the text beside it as the value.',
  example: {
    wrong: `networks:
  service: { vlan: !env VLAN, pool: 10.20.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
`,
  },
  message: ({ tag }) => `The tag ${tag} has no meaning here`,
});

export const mergeOfMaps = defineProblem<{ given: unknown }>({
  code: 'TOPO019',
  name: 'merge-of-maps',
  severity: 'error',
  summary: 'A merge key (<<) is given a map, or a list of maps.',
  why: 'Only a map has keys to merge.',
  source: 'YAML merge key language-independent type',
  example: {
    wrong: `networks:
  service: { <<: 20, vlan: 20, pool: 10.20.0.0/16 }
`,
    right: `networks:
  service: { <<: { mtu: 9000 }, vlan: 20, pool: 10.20.0.0/16 }
`,
  },
  message: ({ given }) => `The merge key << takes a map or a list of maps, not ${found(given)}`,
});
