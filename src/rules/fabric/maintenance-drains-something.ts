import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

const inDesign = (design: string, perRack: number): string => `design: ${design}
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 12, speed: 10G }] }
  leafs:
    perRack: ${perRack}
    platform: linux
    os: frr
    ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }]
devices:
  spine1: { maintenance: true }
`;

export const rule = defineRule<{ readonly device: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB072',
  name: 'maintenance-drains-something',
  severity: 'warning',
  summary: 'A switch in maintenance stands in a design that can drain it.',
  why: 'In a bridged design there is no routing protocol that could send traffic elsewhere: the switch would carry on as before, and whoever trusts the setting would cut it off under load.',
  source: 'RFC 8326; RFC 6987',
  example: { wrong: inDesign('mlag', 2), right: inDesign('l3-ospf-ibgp', 1) },
  message: ({ device }) => `${device} is in maintenance, and nothing drains it in this design`,
  hint: () => 'Shut the ports of its LAGs by hand before work on it; its MLAG peer takes over.',
  check({ topology, traits }, report) {
    if (traits.links !== 'bridged') return;
    const { devices } = topology.data;
    for (const [device, section] of Object.entries(devices)) {
      if (section.maintenance) report({ device }, spanOf(topology, section, 'maintenance'));
    }
  },
});
