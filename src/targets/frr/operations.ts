import type { SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Operations } from '../target.ts';

const shell = (command: string): string => `vtysh -c '${command}'`;

function lines({ bgp, ospf }: SwitchDevice, no: '' | 'no '): string[] {
  const sections = [
    bgp ? [`router bgp ${bgp.asn}`, ` ${no}bgp graceful-shutdown`, 'exit'] : [],
    ospf ? ['router ospf', ` ${no}max-metric router-lsa administrative`, 'exit'] : [],
  ];
  return (no === '' ? sections : sections.toReversed()).flat();
}

/** The lines that `maintenance: true` puts into the config, by themselves, and their undoing. */
export const operations: Operations = {
  drain: (device) => lines(device, ''),
  undrain: (device) => lines(device, 'no '),
  load: () => ['sh setup.sh'],
  verify: ({ cables, ospf, bgp, route }) => [
    { command: 'lldpcli show neighbors summary', expect: `${counted(cables, 'switch', 'switches')}, on the ports of the cable plan` },
    { command: shell('show ip ospf neighbor'), expect: `${counted(ospf, 'neighbour')} Full` },
    { command: shell('show bgp ipv4 unicast summary established'), expect: counted(bgp, 'neighbour') },
    ...(route
      ? [{ command: shell(`show ip route ${route.prefix}`), expect: counted(route.nextHops, 'next hop') }]
      : []),
  ],
  verifyDrained: () => [
    { command: shell('show ip ospf'), expect: 'Administratively activated (indefinitely)' },
    { command: 'ip -stats link', expect: 'uplinks carry hellos, and the traffic of its own servers only' },
  ],
};
