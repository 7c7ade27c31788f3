import { describe, expect, it } from 'vitest';
import { exampleTopology } from '../../src/rules/example.ts';
import { exampleWith, placeOf, readFiles } from './read-text.ts';

const places = (result: ReturnType<typeof readFiles>): string[] =>
  result.diagnostics.map(({ code, span }) => `${code} ${placeOf(span)}`);

describe('include', () => {
  const files = {
    'topology.yaml': exampleWith(`include: [site/site.yaml, hardware.yaml]
system: { ntp: [10.0.0.3], domain: here.example }
`),
    'site/site.yaml': `include: [../common.yaml]
system:
  ntp: [10.0.0.2]
  domain: site.example
  timezone: Europe/Berlin
`,
    'common.yaml': 'system: { ntp: [10.0.0.1], dns: [10.0.0.53], timezone: Asia/Tokyo }\n',
    'hardware.yaml': `system: { timezone: Etc/GMT }
fabric: { mtu: 9000 }
`,
  };

  it('merges maps, joins lists with what is included first, and lets the file win', () => {
    const { topology, diagnostics } = readFiles(files);
    expect(diagnostics).toEqual([]);
    const { system, fabric, include } = topology!.data;
    expect(system.ntp).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
    expect(system.domain).toBe('here.example');
    expect(fabric).toMatchObject({ mtu: 9000, asn: 65000 });
    expect(include).toEqual(['site/site.yaml', 'hardware.yaml']);
  });

  it('lets a later file win over an earlier one', () => {
    expect(readFiles(files).topology!.data.system.timezone).toBe('Etc/GMT');
  });

  it('keeps the place of each value, and names the files', () => {
    const { data, spans, files: read } = readFiles(files).topology!;
    expect(read.map(({ path }) => path.split('/').at(-1))).toEqual([
      'topology.yaml',
      'site.yaml',
      'common.yaml',
      'hardware.yaml',
    ]);
    const { system, fabric } = data;
    expect(data.system.ntp.map((_, at) => placeOf(spans.of(system.ntp, at)))).toEqual([
      'common.yaml:1:17 10.0.0.1',
      'site.yaml:3:9 10.0.0.2',
      'topology.yaml:18:17 10.0.0.3',
    ]);
    expect(placeOf(spans.of(system, 'domain'))).toBe('topology.yaml:18:36 here.example');
    expect(placeOf(spans.of(system, 'dns'))).toBe('common.yaml:1:33 [10.0.0.53]');
    expect(placeOf(spans.of(fabric, 'mtu'))).toBe('hardware.yaml:2:16 9000');
    expect(placeOf(spans.ofKey(fabric, 'mtu'))).toBe('hardware.yaml:2:11 mtu');
  });

  it('reports a mistake in the file that has it', () => {
    expect(places(readFiles({ ...files, 'hardware.yaml': 'fabric: { mtu: 90000, tors: {} }\n' }))).toEqual([
      'TOPO033 hardware.yaml:1:16 90000',
    ]);
    expect(places(readFiles({ ...files, 'common.yaml': 'name: [\n' }))).toEqual(['TOPO010 common.yaml:1:7 [']);
  });

  it('counts a file that two others include once', () => {
    const { topology, diagnostics } = readFiles({
      'topology.yaml': exampleWith('include: [a.yaml, b.yaml, a.yaml]\n'),
      'a.yaml': 'include: [common.yaml]\n',
      'b.yaml': 'include: [./common.yaml]\n',
      'common.yaml': 'system: { ntp: [10.0.0.1] }\n',
    });
    expect(diagnostics).toEqual([]);
    expect(topology!.data.system.ntp).toEqual(['10.0.0.1']);
  });

  it('reports what cannot be included, each at its item, and checks the rest', () => {
    const result = readFiles({
      'topology.yaml': exampleWith('include: [absent.yaml, folder, noise.yaml, 5, ""]\nzones: many\n'),
      folder: null,
      'noise.yaml': new Uint8Array([0, 1, 2]),
    });
    expect(result.topology).toBeUndefined();
    expect(places(result)).toEqual([
      'TOPO032 topology.yaml:17:44 5',
      'TOPO032 topology.yaml:17:47 ""',
      'TOPO003 topology.yaml:17:11 absent.yaml',
      'TOPO001 topology.yaml:17:24 folder',
      'TOPO001 topology.yaml:17:32 noise.yaml',
      'TOPO032 topology.yaml:18:8 many',
    ]);
  });

  it('does not report as missing what a missing file may hold', () => {
    expect(places(readFiles({ 'topology.yaml': 'include: [absent.yaml]\nname: x\n' }))).toEqual([
      'TOPO003 topology.yaml:1:11 absent.yaml',
    ]);
  });

  it('takes one path no more than it takes a list of numbers', () => {
    expect(places(readFiles({ 'topology.yaml': exampleWith('include: site.yaml\n') }))).toEqual([
      'TOPO032 topology.yaml:17:10 site.yaml',
    ]);
  });

  it('refuses a circle, at the item that closes it', () => {
    const result = readFiles({
      'topology.yaml': exampleWith('include: [a.yaml]\n'),
      'a.yaml': 'include: [b.yaml]\n',
      'b.yaml': 'include: [a.yaml, topology.yaml]\n',
    });
    expect(places(result)).toEqual(['TOPO004 b.yaml:1:11 a.yaml', 'TOPO004 b.yaml:1:19 topology.yaml']);
    expect(result.topology).toBeDefined();
  });

  it('may hold the whole topology', () => {
    const { topology, diagnostics } = readFiles({ 'a.yaml': 'include: [b.yaml]\n', 'b.yaml': exampleTopology });
    expect(diagnostics).toEqual([]);
    expect(placeOf(topology!.spans.of(topology!.data, 'name'))).toBe('b.yaml:1:7 example');
  });
});
