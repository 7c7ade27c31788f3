import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeChange } from '../../src/analysis/change/describe-change.ts';
import type { FabricChange } from '../../src/analysis/change/fabric-change.ts';
import { type ExistingOutput, noOutput } from '../../src/analysis/change/existing-output.ts';
import { printJson } from '../../src/analysis/change/print/json.ts';
import { printMarkdown } from '../../src/analysis/change/print/markdown.ts';
import { printChange } from '../../src/analysis/change/print/text.ts';
import { printSteps } from '../../src/analysis/expansion/print-steps.ts';
import type { Step } from '../../src/analysis/expansion/step.ts';
import { expansionSteps } from '../../src/analysis/expansion/steps.ts';
import { paintWith } from '../../src/diagnostics/paint.ts';
import { type Built, built, outputOf, topologyText } from './change/two-builds.ts';

const environment = { HEDDLE_OSPF_KEY: 'for-tests-only' };
const paint = paintWith(false);

/** A topology with another design than its own. */
const inDesign = (name: string, design: string): string =>
  `${topologyText(name).replace(/^design: .*\n/m, '')}\ndesign: ${design}\n`;

const folder = join(import.meta.dirname, '..', '..', 'topologies');
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));
const topologies: readonly (readonly [name: string, text: string])[] = [
  ...names.map((name) => [name, topologyText(name)] as const),
  ...['mlag', 'l3-ebgp'].map((design) => [`swift-5zone as ${design}`, inDesign('swift-5zone', design)] as const),
];

const firstSpine = ({ plan }: Built): string => plan.fabric.switches.find(({ role }) => role === 'spine')!.name;

/** Edits that move nothing of what is there; one that does not fit a topology leaves it as it is. */
const edits: Readonly<Record<string, (text: string, before: Built) => string>> = {
  nothing: (text) => text,
  // Design mlag has exactly two cores.
  'one spine more': (text, { plan }) =>
    plan.fabric.traits.spinePair
      ? text
      : text.replace(/(?<=\n {2}spines: \{ count: )\d+/, (count) => String(Number(count) + 1)),
  'a rack more': (text) =>
    text.replace(/(?<=- name: "?(?:[a-z]*\{[a-z]+\})*[a-z]+\{)1\.\.(\d+)(?=\})/, (_, last: string) =>
      [...Array.from({ length: Number(last) }, (__, index) => index + 1), 99].join(','),
    ),
  'a spine out of service': (text, before) => `${text}\ndevices: { ${firstSpine(before)}: { maintenance: true } }\n`,
  'other time servers': (text) => text.replace(/^( {2}ntp: ).*$/m, '$1[10.1.0.99]'),
};

interface Planned {
  readonly change: FabricChange;
  readonly steps: readonly Step[];
  readonly printed: readonly string[];
}

/** All that `heddle plan` says of an edit, in every format. */
function plan(before: Built, after: Built, output: ExistingOutput): Planned {
  const { allocations } = before.plan;
  const change = describeChange(allocations, output, after, { redacted: false });
  const files = output === noOutput ? {} : { files: change.files };
  const { plan: planned, devices } = after;
  const steps = expansionSteps({ before: allocations, plan: planned, devices, resets: change.impact, ...files });
  const printed = [
    ...[true, false].flatMap((verbose) => [printChange(change, { paint, verbose }), printMarkdown(change, verbose)]),
    ...(['text', 'markdown'] as const).map((format) => printSteps(steps, { format, paint })),
  ];
  expect(JSON.parse(printJson(change))).toMatchObject({ planVersion: 1, fabric: change.fabric });
  expect(JSON.parse(printSteps(steps, { format: 'json', paint }))).toEqual({ steps });
  return { change, steps, printed };
}

describe.each(topologies)('%s', (_, text) => {
  const before = built(text, undefined, environment);
  let existing: ExistingOutput | undefined;
  const fitting = Object.entries(edits).filter(([name, edit]) => name === 'nothing' || edit(text, before) !== text);

  it('has edits', () => {
    expect(fitting.length).toBeGreaterThanOrEqual(3);
  });

  it.each(fitting)('%s', (name, edit) => {
    const after = built(edit(text, before), before.plan.allocations, environment);
    existing ??= outputOf(before);
    for (const output of [existing, noOutput]) {
      const { change, steps, printed } = plan(before, after, output);
      expect(change.addresses.changed).toEqual([]);
      expect(change.addresses.removed).toEqual([]);
      expect(change.subnets.filter((subnet) => subnet.before !== undefined)).toEqual([]);
      expect(change.cables.moved).toEqual([]);
      expect(change.cables.removed).toEqual([]);
      const { ospf, ospf3, bgp, mlag } = change.impact;
      expect([...ospf, ...ospf3, ...bgp, ...mlag]).toEqual([]);
      expect(printed.join('\n')).not.toMatch(/undefined|NaN|\[object/);
      expect(steps.filter(({ holds }) => !holds)).toEqual([]);
      if (name === 'nothing') expect(steps).toEqual([]);
      if (name.endsWith('more')) {
        expect(steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['prepare', 'cable', 'verify']));
        expect(change.addresses.added.length).toBeGreaterThan(0);
      }
    }
  });
});
