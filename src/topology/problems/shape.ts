import { type Edit, defineProblem } from '../../diagnostics/diagnostic.ts';
import { fixWord } from '../../diagnostics/edits.ts';
import { certainlyMeant, nearest } from '../../diagnostics/suggest.ts';
import { oneOf, quoted } from '../words.ts';

/** `of fabric.leafs`, or of the file where the path is empty. */
const whole = (path: string): string => (path === '' ? 'the topology' : path);

export const knownProperties = defineProblem<{
  path: string;
  property: string;
  allowed: readonly string[];
  present: readonly string[];
}>({
  code: 'TOPO030',
  name: 'known-properties',
  severity: 'error',
  summary: 'Every property is one that the schema has.',
  why: 'A misspelt property would be ignored, and its default used without a word.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, perRak: 26 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16, perRack: 26 }
`,
  },
  message: ({ path, property }) => `${whole(path)} has no property ${quoted(property)}`,
  hint({ property, allowed }) {
    const meant = nearest(property, allowed);
    return meant === undefined ? `There are: ${allowed.join(', ')}.` : `Did you mean ${meant}?`;
  },
  fix({ property, allowed, present }, span) {
    const meant = certainlyMeant(property, allowed);
    return meant !== undefined && present.includes(meant) ? undefined : fixWord(span, property, meant);
  },
});

export const requiredProperties = defineProblem<{ path: string; property: string; description?: string }>({
  code: 'TOPO031',
  name: 'required-properties',
  severity: 'error',
  summary: 'What has no default is given.',
  why: 'heddle does not guess what only the owner of a network can know.',
  example: {
    wrong: `networks:
  service: { pool: 10.20.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
`,
  },
  message: ({ path, property }) => `${whole(path)} needs ${property}`,
  hint: ({ property, description }) => (description === undefined ? undefined : `${property}: ${description}`),
});

export const expectedType = defineProblem<{
  path: string;
  expected: string;
  found: string;
  hint?: string;
  repaired?: string;
}>({
  code: 'TOPO032',
  name: 'expected-type',
  severity: 'error',
  summary: 'A value is of the type that its property takes.',
  why: 'A text where a number is meant, or one item where a list is meant, has no meaning that could be relied on.',
  example: {
    wrong: `networks:
  service: { vlan: twenty, pool: 10.20.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
`,
  },
  message: ({ path, expected, found }) => `${whole(path)} must be ${expected}, not ${found}`,
  hint: ({ hint }) => hint,
  fix: ({ repaired }, span) =>
    repaired === undefined ? undefined : { title: `Write ${repaired}`, edits: [{ span, text: repaired }] },
});

export const withinRange = defineProblem<{ path: string; value: number; range: string }>({
  code: 'TOPO033',
  name: 'within-range',
  severity: 'error',
  summary: 'A number lies in the range of its property: a VLAN id from 1 to 4094, an MTU that hardware can do.',
  why: 'Switches refuse a value outside, and some wrap it round instead.',
  source: 'IEEE 802.1Q for VLAN ids, RFC 6996 and RFC 4893 for AS numbers',
  example: {
    wrong: `networks:
  service: { vlan: 4095, pool: 10.20.0.0/16 }
`,
    right: `networks:
  service: { vlan: 4094, pool: 10.20.0.0/16 }
`,
  },
  message: ({ path, value, range }) => `${path} is ${value} and must be ${range}`,
});

export const expectedForm = defineProblem<{
  path: string;
  value?: string;
  form: string;
  example?: string;
  repaired?: string;
}>({
  code: 'TOPO034',
  name: 'expected-form',
  severity: 'error',
  summary: 'A text has the form of what it stands for: a name, a prefix, a speed, a MAC address.',
  why: 'The text goes into configs, file names and addresses, where any other form would fail or mean something else.',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
`,
  },
  message: ({ path, value, form }) => `${path}${value === undefined ? '' : ` is ${quoted(value)} and`} must be ${form}`,
  hint: ({ example }) => (example === undefined ? undefined : `For example: ${example}.`),
  fix: ({ value, repaired }, span) => fixWord(span, value ?? '', repaired),
});

export const knownChoice = defineProblem<{ path: string; value: string; choices: readonly string[] }>({
  code: 'TOPO035',
  name: 'known-choice',
  severity: 'error',
  summary: 'A value is one of those that its property offers.',
  why: 'heddle writes config for these and no others.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, bond: lcap, networks: [service, storage] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, bond: lacp, networks: [service, storage] }
`,
  },
  message: ({ path, value, choices }) => `${path} is ${quoted(value)} and must be ${oneOf(choices)}`,
  hint({ value, choices }) {
    const meant = nearest(value, choices);
    return meant === undefined ? undefined : `Did you mean ${meant}?`;
  },
  fix: ({ value, choices }, span) => fixWord(span, value, certainlyMeant(value, choices)),
});

export const validKey = defineProblem<{ path: string; key: string; form: string }>({
  code: 'TOPO036',
  name: 'valid-key',
  severity: 'error',
  summary: 'A name that is used as a key has the form of a name.',
  why: 'Names of networks and devices go into configs and file names.',
  source: 'RFC 1123, 2.1',
  example: {
    wrong: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
  back_up: { vlan: 40, pool: 10.40.0.0/16 }
`,
    right: `networks:
  service: { vlan: 20, pool: 10.20.0.0/16 }
  storage: { vlan: 30, pool: 10.30.0.0/16 }
  back-up: { vlan: 40, pool: 10.40.0.0/16 }
`,
  },
  message: ({ path, key, form }) => `The key ${quoted(key)} of ${path} must be ${form}`,
});

export const enoughItems = defineProblem<{ path: string; least: number }>({
  code: 'TOPO037',
  name: 'enough-items',
  severity: 'error',
  summary: 'A list that must name something is not empty.',
  why: 'A server in no network, or an SNMP agent that nobody may ask, is of no use.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service] }
`,
  },
  message: ({ path, least }) => `${path} needs at least ${least} ${least === 1 ? 'item' : 'items'}`,
});

export const oneWordForLeafs = defineProblem<{ word: string; removal?: Edit | undefined }>({
  code: 'TOPO038',
  name: 'one-word-for-leafs',
  severity: 'error',
  summary: 'The leafs are given once: as `leafs`, or as `tors`.',
  why: 'The two words mean the same, so that one of the two values would be lost.',
  example: {
    wrong: `racks:
  - { name: "r{1..2}", leafs: 1, tors: 1 }
`,
    right: `racks:
  - { name: "r{1..2}", tors: 1 }
`,
  },
  message: ({ word }) => `${word} is another word for leafs, which are given already`,
  fix: ({ word, removal }) => removal && { title: `Take ${word} out`, edits: [removal] },
});
