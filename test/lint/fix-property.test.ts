import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/diagnostic.ts';
import { type Fixed, fixFile } from '../../src/lint/fix-file.ts';
import { lintFile } from '../../src/lint/lint-file.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import { smallestTopology } from '../../src/topology/problems/smallest-topology.ts';
import { smallTopology } from '../cli/command-line.ts';

const main = '/heddle-test/property/main.yaml';

function fixText(text: string): Fixed & { readonly text: string } {
  const fixed = fixFile(main, new Map([[main, text]]));
  return { ...fixed, text: fixed.files[0]?.after ?? text };
}

const lintText = (text: string) => lintFile(main, { overlay: new Map([[main, text]]) }).diagnostics;

/** Valid files that hold warnings, comments, anchors and several forms of YAML. */
const bases = [
  smallTopology,
  smallestTopology,
  exampleTopology,
  smallTopology.replace('[service, storage] }', '[service, storage, service] } # heddle-ignore FAB049: on purpose'),
  smallTopology.replace('[service, storage] }', '[service, storage, service] }'),
  `${smallTopology.replace('mtu: 9000', 'mtu: &jumbo 9000')}devices: { spine1: { mtu: *jumbo } } # heddle-ignore FAB036: x\n`,
  `# Notes: "heddle-ignore"
${smallTopology}`,
];

/** What people do to a file: a letter more or less, two that change places, a line twice or gone, other spaces. */
const slip = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'swap', 'repeat-line', 'drop-line', 'tab', 'quote'),
  at: fc.nat(5000),
  char: fc.constantFrom(...'aegorst 0159:,.#"\'{}[]-\t\n'),
});
type Slip = typeof slip extends fc.Arbitrary<infer One> ? One : never;

function apply(text: string, { kind, at, char }: Slip): string {
  const offset = at % text.length;
  const lines = text.split('\n');
  const line = at % lines.length;
  switch (kind) {
    case 'delete':
      return text.slice(0, offset) + text.slice(offset + 1);
    case 'insert':
      return text.slice(0, offset) + char + text.slice(offset);
    case 'swap':
      return text.slice(0, offset) + (text[offset + 1] ?? '') + text[offset] + text.slice(offset + 2);
    case 'repeat-line':
      return lines.toSpliced(line, 0, lines[line]!).join('\n');
    case 'drop-line':
      return lines.toSpliced(line, 1).join('\n');
    case 'tab':
      return lines.with(line, lines[line]!.replace(/^ +/, '\t')).join('\n');
    default:
      return text.replaceAll(/: (\d+)(?=[ ,}])/g, (whole, digits: string, where: number) =>
        where % 3 === at % 3 ? `: "${digits}"` : whole,
      );
  }
}

const texts = fc
  .tuple(fc.constantFrom(...bases), fc.array(slip, { maxLength: 3 }))
  .map(([base, slips]) => slips.reduce(apply, base));

describe('fixes of any file', () => {
  it('break none that was valid, and are done after one run', { timeout: 240_000 }, () => {
    let fixedFiles = 0;
    let validFiles = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const before = lintText(text);
        const fixed = fixText(text);
        if (fixed.text !== text) fixedFiles++;
        if (!hasErrors(before)) {
          validFiles++;
          expect(hasErrors(fixed.result.diagnostics)).toBe(false);
        }
        const again = fixText(fixed.text);
        expect(again.text).toBe(fixed.text);
        // What the file is said to be after the fixes is what it is.
        expect(again.result.diagnostics.map(({ code }) => code)).toEqual(
          fixed.result.diagnostics.map(({ code }) => code),
        );
      }),
      { numRuns: 150 },
    );
    expect(validFiles).toBeGreaterThan(10);
    expect(fixedFiles).toBeGreaterThan(10);
  });
});
