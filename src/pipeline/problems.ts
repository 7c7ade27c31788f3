import type { SecretRef } from '../device/device.ts';
import { type Explanation, type Fix, defineProblem } from '../diagnostics/diagnostic.ts';
import { fixWord } from '../diagnostics/edits.ts';
import type { Span } from '../diagnostics/span.ts';
import { certainlyMeant, nearest } from '../diagnostics/suggest.ts';

interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
}

function suggestion({ name, known }: Unknown): string {
  const meant = nearest(name, known);
  return `${meant === undefined ? '' : `Did you mean ${meant}? `}There are: ${known.join(', ')}.`;
}

function fixUnknown({ name, known }: Unknown, span: Span): Fix | undefined {
  return fixWord(span, name, certainlyMeant(name, known));
}

export const unknownDesign = defineProblem<Unknown>({
  code: 'TGT001',
  name: 'design-exists',
  severity: 'error',
  summary: 'The design is one that heddle has.',
  why: 'Without a design there is nothing to compile the fabric to.',
  example: { wrong: 'design: l3-ospf\n', right: 'design: l3-ospf-ibgp\n' },
  message: ({ name }) => `There is no design ${name}`,
  hint: suggestion,
  fix: fixUnknown,
});

export const unknownOs = defineProblem<Unknown>({
  code: 'TGT002',
  name: 'operating-system-exists',
  severity: 'error',
  summary: 'The operating system of every switch is one that heddle writes configs for.',
  why: 'A switch without a target would be left out of the output.',
  example: {
    wrong: [
      'fabric:',
      '  asn: 65000',
      '  spines: { count: 2, platform: linux, os: frrouting, ports: [{ count: 8, speed: 10G }] }',
      '  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }',
      '',
    ].join('\n'),
    right: [
      'fabric:',
      '  asn: 65000',
      '  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }',
      '  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }',
      '',
    ].join('\n'),
  },
  message: ({ name }) => `There is no operating system ${name}`,
  hint: suggestion,
  fix: fixUnknown,
});

export const unknownFormat = defineProblem<Unknown>({
  code: 'TGT003',
  name: 'server-format-exists',
  severity: 'error',
  summary: 'The config format of every server is one that heddle writes.',
  why: 'A server without a format would be left out of the output.',
  example: {
    wrong: [
      'racks:',
      '  - name: r{1..2}',
      '    servers: [{ name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], config: netplann }]',
      '',
    ].join('\n'),
    right: [
      'racks:',
      '  - name: r{1..2}',
      '    servers: [{ name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage], config: netplan }]',
      '',
    ].join('\n'),
  },
  message: ({ name }) => `There is no config format ${name}`,
  hint: suggestion,
  fix: fixUnknown,
});

interface MissingSecret {
  /** What is not there, naming it. */
  readonly lack: string;
  readonly source: SecretRef['source'];
  readonly name: string;
}

export const missingSecret = defineProblem<MissingSecret>({
  code: 'TGT004',
  name: 'secret-is-set',
  severity: 'error',
  summary:
    'Every secret that the file refers to can be read when building: a variable is set, a file has it as its first line.',
  why: 'A config without its key would not come up, and a key in the file would be in every copy of it.',
  example: {
    wrong: 'design: l3-ebgp\nrouting:\n  bgp: { authentication: { key: env:HEDDLE_EXAMPLE_UNSET } }\n',
    right: 'design: l3-ebgp\nrouting:\n  bgp: {}\n',
  },
  message: ({ lack }) => lack,
  hint: ({ source, name }) =>
    source === 'env'
      ? `Set it for the build: ${name}=… heddle build …; or build with --redact, which needs no secrets.`
      : 'The path is relative to the topology file. A build with --redact needs no secrets.',
});

export const unsupported = defineProblem<{ readonly device: string; readonly target: string; readonly what: string }>({
  code: 'TGT005',
  name: 'target-can-do-it',
  severity: 'error',
  summary: 'Every switch can do what the file asks of it.',
  why: 'A setting that a target cannot express would be left out silently, and the two ends of a link would differ.',
  example: {
    wrong: 'routing:\n  ospf: { authentication: { key: env:PATH, algorithm: sha256 } }\n',
    right: 'routing:\n  ospf: { authentication: { key: env:PATH, algorithm: md5 } }\n',
  },
  message: ({ device, target, what }) => `${target} on ${device} cannot do ${what}`,
});

interface UnusedLines {
  readonly os: string;
  /** Systems of the switches that the lines are for. */
  readonly found: readonly string[];
}

export const unusedExtraLines = defineProblem<UnusedLines>({
  code: 'TGT006',
  name: 'extra-lines-are-for-a-switch',
  severity: 'warning',
  summary: 'Extra lines are for the operating system of at least one of the switches that they are given to.',
  why: 'Each switch takes the lines for its own system: what no switch takes is in no config, though the file has it.',
  example: {
    wrong: "extra: { eos: 'ip domain lookup source-interface Loopback0' }\n",
    right: "extra: { frr: 'ip nht resolve-via-default' }\n",
  },
  message: ({ os, found }) =>
    found.length === 0
      ? `There is no switch that these lines for ${os} could be for`
      : `None of the switches that these lines are for runs ${os}: they run ${found.join(', ')}`,
});

export const unusableTemplates = defineProblem<{ readonly lack: string; readonly hint?: string }>({
  code: 'TGT007',
  name: 'templates-take-the-place-of-stanzas',
  severity: 'error',
  summary: 'The folder of `templates` is there, and every template in it takes the place of a stanza of heddle.',
  why: 'A template under another name would never be used, and one that cannot be rendered would stop the build in the middle.',
  example: {
    wrong: 'templates: ./no-such-folder\n',
    right: 'description: A fabric with no templates of its own\n',
  },
  message: ({ lack }) => lack,
  hint: ({ hint }) => hint,
});

/** Problems that are found after the rules, for `heddle explain`. */
export const pipelineProblems: readonly Explanation[] = [
  unknownDesign,
  unknownOs,
  unknownFormat,
  missingSecret,
  unsupported,
  unusedExtraLines,
  unusableTemplates,
];
