import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '../../src/diagnostics/expected-error.ts';
import { exampleTopology } from '../../src/rules/example.ts';
import { readTopology } from '../../src/topology/read.ts';
import { placeOf, readFiles, readText, summary } from './read-text.ts';

describe('the file that is read', () => {
  it('must be there', () => {
    const absent = join(tmpdir(), 'heddle-nobody-made-this.yaml');
    expect(() => readTopology(absent)).toThrow(ExpectedError);
    expect(() => readTopology(absent)).toThrow(/heddle-nobody-made-this\.yaml: there is no such file$/);
  });

  it.each([
    ['a directory', null, 'TOPO001'],
    ['empty', '', 'TOPO002'],
    ['only comments', '# to be written\n', 'TOPO002'],
    ['a list', '- name: x\n', 'TOPO002'],
    ['a text', 'hello', 'TOPO002'],
    ['with a NUL', 'name: a\0b\n', 'TOPO001'],
    ['not UTF-8', new Uint8Array([0x6e, 0x3a, 0x20, 0xff, 0xfe]), 'TOPO001'],
    ['binary noise', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + 13) % 256), 'TOPO001'],
    ['with a terminal escape', 'name: "\u009b31m"\n', 'TOPO001'],
    ['too large', new Uint8Array(10_000_001).fill(0x20), 'TOPO001'],
  ])('gives one diagnostic when it is %s', (_, content, code) => {
    const { topology, diagnostics } = readFiles({ 'topology.yaml': content });
    expect(topology).toBeUndefined();
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(placeOf(diagnostics[0]!.span)).toMatch(/^topology\.yaml:1:1 /);
  });

  it('may have a byte order mark and Windows line ends, which move no place', () => {
    const { topology, diagnostics } = readText(`\ufeff${exampleTopology.replaceAll('\n', '\r\n')}`);
    expect(diagnostics).toEqual([]);
    const { data, spans } = topology!;
    expect(data).toEqual(readText(exampleTopology).topology!.data);
    expect(placeOf(spans.of(data, 'name'))).toBe('topology.yaml:1:7 example');
    expect(placeOf(spans.of(data.networks.service!, 'vlan'))).toBe('topology.yaml:11:20 20');
  });

  it('names itself as the user did', () => {
    const { diagnostics } = readTopology('./test/../test/topology');
    expect(diagnostics[0]!.span.file.path).toBe('test/topology');
    expect(summary({ diagnostics })).toEqual(['TOPO001 ']);
  });
});
