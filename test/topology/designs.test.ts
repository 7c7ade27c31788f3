import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { positionAt } from '../../src/diagnostics/span.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import { readTopology } from '../../src/topology/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'heddle-designs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads the example with something added, by a design. */
function read(addition: string, design?: string) {
  const file = join(folder, 'fabric.yaml');
  const text = `${exampleTopology}${addition}`;
  writeFileSync(file, text);
  const { topology, diagnostics } = readTopology(file, design);
  const lines = text.split('\n');
  return {
    topology,
    found: diagnostics.map(({ code, span }) => `${code} ${lines[positionAt(span.file, span.start).line - 1]!.trim()}`),
  };
}

const section = `designs:
  mlag:
    fabric:
      spines: { count: 3 }
      tors: { perRack: 2 }
    access: { leafPair: mlag }
    racks:
      - name: r9
`;

describe('a section of `designs`', () => {
  it('is laid over the file when it is built with that design', () => {
    const { topology, found } = read(section, 'mlag');
    expect(found).toEqual([]);
    const { data, spans } = topology!;
    expect(data.fabric.spines).toMatchObject({ count: 3, platform: 'linux', os: 'frr' });
    expect(data.fabric.leafs.perRack).toBe(2);
    expect(data.access.leafPair).toBe('mlag');
    expect(data.racks.map(({ name }) => name)).toEqual(['r{1..2}', 'r9']);
    const { file, start, end } = spans.of(data.fabric.spines, 'count');
    expect(file.text.slice(start, end)).toBe('3');
    expect(file.text.slice(0, start)).toContain('designs:');
  });

  it('is for the design that the file itself names, too', () => {
    expect(read(`design: mlag\n${section}`).topology!.data.fabric.spines.count).toBe(3);
    expect(read(`design: mlag\n${section}`, 'l3-ebgp').topology!.data.fabric.spines.count).toBe(2);
  });

  it('changes nothing for the other designs', () => {
    const { topology, found } = read(section);
    expect(found).toEqual([]);
    expect(topology!.data.fabric.spines.count).toBe(2);
    expect(topology!.data.racks).toHaveLength(1);
  });

  const mistakes = `designs:
  mlag:
    fabric:
      spines: { countt: 3 }
    name: other
    networks:
      storage: { vlan: 5000 }
`;

  it.each([undefined, 'mlag'])('has its mistakes reported at their lines, once each (design %s)', (design) => {
    expect(read(mistakes, design).found.toSorted()).toEqual([
      'TOPO030 name: other',
      'TOPO030 spines: { countt: 3 }',
      'TOPO033 storage: { vlan: 5000 }',
    ]);
  });

  it('is a map', () => {
    for (const design of [undefined, 'mlag']) {
      expect(read('designs: { mlag: 3 }\n', design).found).toEqual(['TOPO032 designs: { mlag: 3 }']);
      expect(read('designs: 3\n', design).found).toEqual(['TOPO032 designs: 3']);
    }
  });
});
