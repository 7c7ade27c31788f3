import { defineRule } from '../rule.ts';

const leaks = (lines: string): string => `design: l3-ebgp
vrfs: { blue: {} }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, vrf: blue }
leaks:
${lines}`;

const there = '  - { networks: [storage], to: default }\n';

interface OneWay {
  readonly network: string;
  readonly from: string;
  readonly to: string;
}

/** A VRF as the file calls it. */
const called = (vrf: string | undefined): string => vrf ?? 'default';

export const rule = defineRule<OneWay, 'fabric'>({
  stage: 'fabric',
  code: 'FAB118',
  name: 'leak-has-a-way-back',
  severity: 'warning',
  summary: 'A leak takes networks over from another VRF, which takes some over in return.',
  why: 'Packets find the way, and their answers do not: connections never open, and the trace shows a path that works. A leak into the VRF that a network is in does nothing at all.',
  source: 'RFC 4364 section 4.3.1 (routes of one VRF imported into another)',
  example: { wrong: leaks(there), right: leaks(`${there}  - { networks: [service], to: blue }\n`) },
  message: ({ network, from, to }) =>
    from === to
      ? `Network ${network} is in VRF ${to} already`
      : `VRF ${to} takes over ${network} of VRF ${from}, and ${from} takes over nothing of ${to}`,
  hint: ({ from, to }) => (from === to ? undefined : `Leak a network of ${to} to ${from} as well.`),
  check({ leaks: all, traits, defects }, report) {
    // A leak that could not be read may be the way back.
    if (traits.links === 'bridged' || defects.some(({ kind }) => kind === 'unknown-reference')) return;
    const ways = new Set(all.flatMap(({ networks, to }) => networks.map(({ vrf }) => `${called(vrf)}>${called(to)}`)));
    for (const { networks, to, span } of all) {
      const wrong = networks.find(({ vrf }) => called(vrf) === called(to) || !ways.has(`${called(to)}>${called(vrf)}`));
      if (wrong) report({ network: wrong.name, from: called(wrong.vrf), to: called(to) }, span);
    }
  },
});
