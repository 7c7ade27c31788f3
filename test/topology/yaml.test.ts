import { describe, expect, it } from 'vitest';
import { exampleTopology } from '../../src/rules/example.ts';
import { exampleWith, placeOf, readText, summary } from './read-text.ts';

describe('syntax', () => {
  it.each([
    ['a tab', 'a:\n\tb: 1\n', '2:1', /tab/],
    ['an open bracket', 'a: [1, 2\nb: 3\n', '1:4', /bracket \[ is not closed/],
    ['an open brace at the end', 'a: {b: {c: 1\n', '1:8', /bracket \{ is not closed/],
    ['a bracket too many', 'a: [1]]\n', '1:7', /does not belong here/],
    ['an open quote', 'a: "x\nb: 2\nc: 3\n', '1:4', /quote " is not closed/],
    ['an open quote after an apostrophe', "a: it's\nb: 'x\nc: 1\n", '2:4', /quote ' is not closed/],
    ['two keys in a line', 'a: b: c\n', '1:4', /second `key: value`/],
    ['no colon', 'a: 1\nb\nc: 2\n', '2:1', /colon is missing/],
    ['a reserved character', 'a: @x\n', '1:4', /needs quotes/],
    ['no comma', 'a: {b: 1 c: 2}\n', '1:8', /comma/],
    ['an unknown directive', '%FOO\n---\na: 1\n', '1:1', /directive/],
    ['a list and a map', '- a\nb: 1\n', '2:1', /does not belong here/],
    ['an empty alias', 'a: *\n', '1:4', /name of an anchor/],
    ['a wrong block text', 'a: |x\n  b\n', '1:5', /Nothing may follow/],
  ])('%s is one diagnostic at its place', (_, text, place, words) => {
    const { topology, diagnostics } = readText(text);
    expect(topology).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.code).toBe('TOPO010');
    expect(diagnostics[0]!.message).toMatch(words);
    expect(placeOf(diagnostics[0]!.span)).toMatch(new RegExp(`^topology.yaml:${place} `));
  });

  it('allows one document, wherever the second begins', () => {
    for (const second of ['---\nname: b\n', '...\nname: b\n']) {
      const { diagnostics } = readText(`name: a\n${second}`);
      expect(diagnostics.map(({ code }) => code)).toEqual(['TOPO011']);
      expect(placeOf(diagnostics[0]!.span)).toMatch(second.startsWith('---') ? /:2:1 ---$/ : /:3:1 nam$/);
    }
  });
});

describe('keys', () => {
  it('that stand twice are reported with their first place, and the rest is still checked', () => {
    const { topology, diagnostics } = readText(
      exampleWith('networks:\n  service: { vlan: 20, pool: 10.20.0.0/16, vlan: 21 }\n  storage: { vlan: 5000 }\n'),
    );
    expect(diagnostics.map(({ code, span }) => `${code} ${placeOf(span)}`)).toEqual([
      'TOPO012 topology.yaml:11:44 vlan',
      'TOPO031 topology.yaml:12:12 { vlan: 5000 }',
      'TOPO033 topology.yaml:12:20 5000',
    ]);
    expect(diagnostics[0]!.related.map(({ span }) => placeOf(span))).toEqual(['topology.yaml:11:14 vlan']);
    expect(topology!.data.networks.service!.vlan).toBe(20);
  });

  it('that are numbers are names', () => {
    const { topology, diagnostics } = readText(exampleWith('networks:\n  20: { vlan: 20, pool: 10.20.0.0/16 }\n'));
    expect(diagnostics).toEqual([]);
    expect(Object.keys(topology!.data.networks)).toEqual(['20']);
  });

  it('named as what every object has pollute nothing', () => {
    const { topology, diagnostics } = readText(
      exampleWith(
        '__proto__: { polluted: true }\ndevices:\n  __proto__: { maintenance: true }\n  constructor: { maintenance: true }\n',
      ),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['TOPO030', 'TOPO036']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.keys(topology!.data.devices)).toEqual(['constructor']);
    expect(topology!.data.networks.constructor).toBeUndefined();
    expect(readText(exampleTopology).topology!.data.devices.constructor).toBeUndefined();
  });
});

describe('tags', () => {
  it('of plain data are understood', () => {
    const { diagnostics, topology } = readText(exampleWith('description: !!str 12\n'));
    expect(diagnostics).toEqual([]);
    expect(topology!.data.description).toBe('12');
  });

  it('of other programs are refused, each once', () => {
    const result = readText(exampleWith('description: !vault &d abc\ndesign: *d\nname: !!binary aGk=\n'));
    expect(summary(result).toSorted()).toEqual(['TOPO018 aGk=', 'TOPO018 abc']);
  });
});
