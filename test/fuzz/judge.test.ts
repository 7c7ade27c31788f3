import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { useFolder } from '../cli/command-line.ts';
import { bases, donors } from './bases.ts';
import { type Tally, fuzzFolder, tryCase, useFuzzing } from './fuzz.ts';
import { listFaults, outcomeFaults } from './judge.ts';
import { sketchOf, writeSketch } from './sketch.ts';

const path = useFolder();
const fuzz = useFuzzing();

function compiled(text: string) {
  writeFileSync(path('topology.yaml'), text);
  return compile(path('topology.yaml'), { environment: {} });
}

/** Diagnostics of a file with several mistakes, one of them changed. */
function changed(change: (one: Diagnostic) => Partial<Diagnostic>): string[] {
  const { diagnostics } = compiled('name: x\nracks: 3\nfabric: []\n');
  expect(listFaults(diagnostics)).toEqual([]);
  return listFaults(diagnostics.map((one, at) => (at === 1 ? { ...one, ...change(one) } : one)));
}

describe('what judges fuzzing', () => {
  it('starts from files without errors', () => {
    const tally: Tally = { cases: 0, accepted: 0, codes: new Map(), slowest: 0 };
    const folder = fuzzFolder(path());
    for (const base of bases) {
      tryCase(folder, { 'topology.yaml': base }, tally);
      tryCase(folder, { 'topology.yaml': `${writeSketch(sketchOf(base)).trimStart()}\n` }, tally);
    }
    expect(tally.accepted).toBe(2 * bases.length);
    expect(donors.length).toBeGreaterThan(100);
  });

  it('finds a place that is not there', () => {
    const beyond = changed(({ span }) => ({ span: { ...span, end: 4000 } }));
    expect(beyond.join()).toMatch(/has no \d+\.\.4000/);
    expect(changed(({ span }) => ({ related: [{ message: 'x', span: { ...span, start: -1 } }] })).join()).toContain(
      '-1',
    );
  });

  it('finds what cannot be shown, what nothing explains, and what is out of order', () => {
    expect(changed(() => ({ message: ' ' })).join()).toContain('cannot be shown');
    expect(changed(() => ({ hint: 'a\u001b[2J' })).join()).toContain('cannot be shown');
    expect(changed(() => ({ code: 'FAB999' })).join()).toContain('explained nowhere');
    const { diagnostics } = compiled('name: x\nracks: 3\nfabric: []\n');
    expect(listFaults(diagnostics.toReversed()).join()).toContain('stands before');
    expect(listFaults([...diagnostics, diagnostics.at(-1)!]).join()).toContain('twice');
  });

  it('finds a file that is neither rejected nor built', () => {
    const compilation = compiled(exampleTopology);
    expect(outcomeFaults(compilation, exampleTopology)).toEqual([]);
    expect(outcomeFaults({ ...compilation, devices: [] }, '')).toEqual(['nothing was built, and no error says why']);
    const artifact = (path: string, content: string) => ({ ...compilation, artifacts: () => [{ path, content }] });
    expect(outcomeFaults(artifact('../x', ''), '').join()).toContain('no path');
    expect(outcomeFaults(artifact('x', 'mtu undefined'), '').join()).toContain('undefined');
    const rejected = compiled('name: 1\n');
    expect(outcomeFaults({ ...rejected, artifacts: () => [{ path: 'x', content: '' }] }, '').length).toBe(1);
  });

  it('shows the case that it fails at', () => {
    const folder = fc.constant({ 'topology.yaml': 'name: x\n', 'no such folder/x': '' });
    expect(() => fuzz(folder, 1)).toThrow(/seed \d+, path [\s\S]*topology\.yaml: "name: x\\n"/);
  });
});
