import type { SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';

const shell = (command: string): string => `vtysh -c '${command}'`;

/** Lines for `vtysh`, then `configure terminal`: SONiC's own TSA is for the routing that it writes itself. */
function lines({ bgp, ospf }: SwitchDevice, no: '' | 'no '): string[] {
  const sections = [
    bgp ? [`router bgp ${bgp.asn}`, ` ${no}bgp graceful-shutdown`] : [],
    ospf ? ['router ospf', ` ${no}max-metric router-lsa administrative`] : [],
  ];
  return (no === '' ? sections : sections.toReversed()).flat();
}

const check = (count: number | undefined, command: string, expect: (count: number) => string): Check[] =>
  count === undefined ? [] : [{ command, expect: expect(count) }];

/** The lines that `maintenance: true` puts into frr.conf, by themselves, and their undoing. */
export const operations: Operations = {
  drain: (device) => lines(device, ''),
  undrain: (device) => lines(device, 'no '),
  load: () => ['sudo sh setup.sh'],
  verify: ({ cables, ospf, bgp, route }) => [
    ...check(cables, 'show lldp table', (count) => `${counted(count, 'port')} with a switch, as in the cable plan`),
    ...check(ospf, shell('show ip ospf neighbor'), (count) => `${counted(count, 'neighbour')} Full`),
    ...check(bgp, shell('show bgp ipv4 unicast summary established'), (count) => counted(count, 'neighbour')),
    ...check(route?.nextHops, shell(`show ip route ${route?.prefix}`), (count) => counted(count, 'next hop')),
  ],
  verifyDrained: () => [
    { command: shell('show ip ospf'), expect: 'Administratively activated (indefinitely)' },
    { command: 'show interfaces counters', expect: 'on its uplinks no more than hellos and what its own servers send' },
  ],
};
