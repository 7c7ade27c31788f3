import { describe, expect, it } from 'vitest';
import type { FabricChange } from '../../../src/analysis/change/fabric-change.ts';
import { printJson } from '../../../src/analysis/change/print/json.ts';
import { printMarkdown } from '../../../src/analysis/change/print/markdown.ts';
import { printChange } from '../../../src/analysis/change/print/text.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { expectGolden } from '../../support/goldens.ts';
import { built, changeBetween, edited, topologyText } from './two-builds.ts';
import { describeChange } from '../../../src/analysis/change/describe-change.ts';
import { noOutput } from '../../../src/analysis/change/existing-output.ts';

const before = edited(topologyText('two-rack'), 'count: 2, speed: 100G', 'count: 4, speed: 100G');
const spine = edited(before, 'count: 2\n', 'count: 3\n');
const after = `${spine}links: [{ a: server-r2-2, z: "r2-leaf1:4" }]\n`;
const change = changeBetween(before, after);

const text = (one: FabricChange, verbose = false, colour = false) =>
  printChange(one, { paint: paintWith(colour), verbose });

describe('a plan as text', () => {
  it('begins with the racks, then says what to watch', () => {
    expectGolden('plan/two-rack.txt', text(change));
  });

  it('shows every line with --verbose', () => {
    const verbose = text(change, true);
    for (const { path, hunks } of change.files) {
      expect(verbose).toContain(`  ${path} (`);
      for (const line of hunks.flatMap(({ lines }) => lines)) expect(verbose).toContain(`    ${line}\n`);
    }
    for (const { device, interface: name, address } of change.addresses.added) {
      expect(verbose).toContain(`  ${device} ${name} ${address}\n`);
    }
    expect(verbose.length).toBeGreaterThan(text(change).length);
  });

  it('differs in colour by its colours alone', () => {
    const coloured = text(change, true, true);
    expect(coloured).toContain('\u001b[');
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text(change, true));
  });

  it('cuts long lists, and says so', () => {
    const many = changeBetween(
      topologyText('swift-5zone'),
      edited(topologyText('swift-5zone'), 'spines: { count: 4', 'spines: { count: 5'),
    );
    expect(text(many)).toContain('… and 12 more; --verbose lists all');
    expect(text(many)).toContain('20 racks (z1r1 … z5r4)  1 cable to lay, 1 device to reconfigure');
    expect(text(many, true)).not.toContain('more; --verbose');
  });

  it('says so where there is nothing to do', () => {
    expect(text(changeBetween(before, before))).toBe('two-rack: nothing to do.\n');
    expect(printMarkdown(changeBetween(before, before), false)).toBe('## heddle plan: two-rack\n\nNothing to do.\n');
  });

  it('of a first build has everything as new', () => {
    const first = built(before);
    const whole = describeChange(new Map(), noOutput, first, { redacted: false });
    expect(whole.past).toBe('none');
    expect(whole.devices.added).toHaveLength(8);
    expect(whole.addresses.changed).toEqual([]);
    expect(whole.impact.servers).toEqual([]);
    expect(text(whole)).toContain('nothing was built before, so everything is new');
  });
});

describe('a plan as Markdown', () => {
  it('is a table, and the rest folded', () => {
    expectGolden('plan/two-rack.md', printMarkdown(change, false));
  });

  it('opens and closes every fold and fence', () => {
    const lines = printMarkdown(change, true).split('\n');
    const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
    expect(count('<details>')).toBeGreaterThan(0);
    expect(count('<details>')).toBe(count('</details>'));
    expect(count('```') % 2).toBe(0);
  });

  it('cannot be broken out of by a line of a config', () => {
    const hunk = {
      before: { start: 1, lines: 0 },
      after: { start: 1, lines: 1 },
      section: '',
      lines: ['+```', '+</details>'],
    };
    const file = { ...change.files.find(({ kind }) => kind === 'changed')!, path: 'a<b>|c`d', hunks: [hunk] };
    const printed = printMarkdown({ ...change, files: [file] }, true);
    expect(printed).toContain('\n````diff\n@@ -1,0 +1,1 @@\n+```\n+</details>\n````\n');
    expect(printed).toContain('a&lt;b&gt;&#124;c\\`d');
  });
});

describe('a plan as JSON', () => {
  it('is the change itself, with its version', () => {
    expect(JSON.parse(printJson(change))).toEqual({ planVersion: 1, changes: true, ...change });
    expect(Object.keys(JSON.parse(printJson(change)))).toEqual([
      'planVersion',
      'changes',
      'fabric',
      'past',
      'racks',
      'devices',
      'cables',
      'addresses',
      'subnets',
      'files',
      'plans',
      'secretsCompared',
      'impact',
    ]);
  });
});
