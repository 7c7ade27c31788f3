import { isCutShort } from '../left-out.ts';
import { defineRule } from '../rule.ts';

const withNetwork = (vrf: string): string => `design: l3-ebgp
vrfs: { blue: {} }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16${vrf} }
`;

export const rule = defineRule<{ readonly name: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB117',
  name: 'vrf-is-used',
  severity: 'info',
  summary: 'Some network is in every VRF.',
  why: 'Most often a network was meant to be in it and is in the default table, where everybody reaches it.',
  example: { wrong: withNetwork(''), right: withNetwork(', vrf: blue') },
  message: ({ name }) => `No network is in VRF ${name}`,
  hint: ({ name }) => `Write \`vrf: ${name}\` for its networks, or take it out.`,
  check(fabric, report) {
    if (isCutShort(fabric) || fabric.topology.dropped.size > 0) return;
    // By the file: a network that could not be expanded is in its VRF all the same.
    const used = new Set(Object.values(fabric.topology.data.networks).map(({ vrf }) => vrf));
    for (const { name, span } of fabric.vrfs) if (!used.has(name)) report({ name }, span);
  },
});
