import { describe, expect, it } from 'vitest';
import { designsJson, printDesigns } from '../../../src/cli/lab/print-designs.ts';
import { compareDesigns } from '../../../src/lab/compare/design-comparison.ts';
import { lossOf, reportOf, runOf } from './runs.ts';

const routed = {
  design: 'l3-ospf-ibgp',
  run: runOf('l3-ospf-ibgp', [
    reportOf('link', 'link a', 20, { changed: { routes: 4, macs: 0 } }),
    reportOf('link', 'link b', 40, { changed: { routes: 6, macs: 0 } }),
    reportOf('link', 'link c', 30, { changed: { routes: 9, macs: 2 } }),
    reportOf('power', 'leaf', 300, { recoveryLoss: lossOf(15) }),
    reportOf('power', 'core', 35),
  ]),
  effects: {
    'link a': { place: 'uplink', stranded: 0 },
    'link b': { place: 'uplink', stranded: 0 },
    'link c': { place: 'uplink', stranded: 0 },
    leaf: { place: 'leaf', stranded: 2 },
    core: { place: 'core', stranded: 0 },
  },
} as const;

const bridged = {
  design: 'mlag',
  run: runOf(
    'mlag',
    [
      reportOf('link', 'link a', 600),
      reportOf('peer-link', 'peers', 5, { loss: lossOf(5, 2), findings: [] }),
      reportOf('power', 'leaf', 900),
      reportOf('power', 'core', 0),
    ],
    { notes: ['a note', 'of its own'] },
  ),
  effects: {
    'link a': { place: 'uplink', stranded: 0 },
    peers: { place: 'pair', stranded: 0 },
    leaf: { place: 'leaf', stranded: 0 },
    core: { place: 'core', stranded: 0 },
  },
} as const;

describe('designs side by side', () => {
  const comparison = compareDesigns([routed, bridged], ['a limit']);

  it('are joined by what breaks, and where', () => {
    expect(comparison.groups.map(({ title }) => title)).toEqual([
      'link leaf - core: port shut',
      'leaf: no power',
      'core: no power',
      'link within a pair: all its cables cut',
    ]);
    const [uplink, , , pair] = comparison.groups;
    expect(uplink?.results).toMatchObject([
      { design: 'l3-ospf-ibgp', failures: 3, outage: { median: 30, worst: 40 }, routesChanged: 6, macsChanged: 0 },
      { design: 'mlag', failures: 1, outage: { median: 600, worst: 600 } },
    ]);
    expect(uplink?.results[1]).not.toHaveProperty('routesChanged');
    expect(pair?.results).toMatchObject([{ design: 'mlag', cut: 2 }]);
  });

  it('are told apart by what they ran in', () => {
    expect(comparison.apart).toEqual([]);
    const elsewhere = { ...bridged, run: { ...bridged.run, kernel: '6.18.0', cut: { serversPerRack: 1 } } };
    expect(compareDesigns([routed, elsewhere], []).apart).toEqual([
      'the kernels are not the same: 6.1.0, 6.18.0',
      'the cuts are not the same: {}, {"serversPerRack":1}',
    ]);
  });

  it('are printed one below the other, also where one has no such failure', () => {
    const text = printDesigns(comparison, 'text');
    expect(text).toMatch(/^link leaf - core: port shut +l3-ospf-ibgp +3 +0 +30 \/ 40 ms +0 +0 \/ 0 ms +6 +0 +yes$/m);
    expect(text).toMatch(/^ +mlag +1 +0 +600 \/ 600 ms +0 +0 \/ 0 ms +- +- +yes$/m);
    expect(text).toMatch(/^link within a pair: all its cables cut +l3-ospf-ibgp +none$/m);
    expect(text).toMatch(/^l3-ospf-ibgp +4 +4 +12\.5 s +100x3 +10\/40 +none$/m);
    expect(text).toMatch(/^Linux 6\.1\.0, FRR 8\.4\.4\.$/m);
    expect(text).toMatch(/^a limit$/m);
    expect(text).toMatch(/^a note\.$/m);
    expect(text).toMatch(/^mlag: of its own\.$/m);
  });

  it('are printed for documents, and for programs', () => {
    const markdown = printDesigns(comparison, 'markdown').split('\n');
    expect(markdown).toContain(
      '| leaf: no power | l3-ospf-ibgp | 1 | 2 | 300 / 300 ms | 0 | 15 / 15 ms | - | - | yes |',
    );
    expect(markdown).toContain('- a limit');
    expect(JSON.parse(designsJson(comparison))).toEqual(comparison);
  });
});
