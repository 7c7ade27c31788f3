import type { Bgp, SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';

const shell = (command: string): string => `vtysh -c '${command}'`;

/** Each instance of BGP by the line that opens it. */
const instancesOf = ({ asn, vrfs }: Bgp): string[] => [
  `router bgp ${asn}`,
  ...vrfs.map(({ vrf }) => `router bgp ${asn} vrf ${vrf}`),
];

function lines({ bgp, ospf, ospf3 }: SwitchDevice, no: '' | 'no '): string[] {
  const sections = [
    ...(bgp ? instancesOf(bgp) : []).map((instance) => [instance, ` ${no}bgp graceful-shutdown`]),
    ospf ? ['router ospf', ` ${no}max-metric router-lsa administrative`] : [],
    ospf3 ? ['router ospf6', ` ${no}stub-router administrative`] : [],
  ];
  return (no === '' ? sections : sections.toReversed()).flat();
}

const check = (count: number | undefined, command: string, expect: (count: number) => string): Check[] =>
  count === undefined ? [] : [{ command, expect: expect(count) }];

const neighbors = (count: number): string => counted(count, 'neighbour');
const full = (count: number): string => `${neighbors(count)} Full`;

/** The lines that `maintenance: true` puts into the config, by themselves, and their undoing. */
export const operations: Operations = {
  drain: (device) => lines(device, ''),
  undrain: (device) => lines(device, 'no '),
  load: () => ['sh setup.sh'],
  verify: ({ cables, ospf, ospf3, bgp, bgp6, route }) => [
    ...check(
      cables,
      'lldpcli show neighbors summary',
      (count) => `${counted(count, 'port')} with a switch, as in the cable plan`,
    ),
    ...check(ospf, shell('show ip ospf neighbor'), full),
    ...check(ospf3, shell('show ipv6 ospf6 neighbor'), full),
    ...check(bgp, shell('show bgp ipv4 unicast summary established'), neighbors),
    ...check(bgp6, shell('show bgp ipv6 unicast summary established'), neighbors),
    ...check(
      route?.nextHops,
      shell(`show ${route?.prefix.includes(':') ? 'ipv6' : 'ip'} route ${route?.prefix}`),
      (count) => counted(count, 'next hop'),
    ),
  ],
  verifyDrained: (device) => [
    ...(!device || device.ospf
      ? [{ command: shell('show ip ospf'), expect: 'Administratively activated (indefinitely)' }]
      : [{ command: shell('show running-config'), expect: 'bgp graceful-shutdown' }]),
    { command: 'ip -stats link', expect: 'on its uplinks no more than hellos and what its own servers send' },
  ],
};
