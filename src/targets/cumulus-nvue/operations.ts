import type { SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';

const apply = ['nv config apply -y', 'nv config save'];

/** The settings that `maintenance` makes, which are on or not there. */
function drainSettings({ bgp, ospf }: SwitchDevice): string[] {
  return [
    ...(bgp ? ['router bgp graceful-shutdown'] : []),
    ...(ospf ? ['vrf default router ospf max-metric administrative'] : []),
  ];
}

const check = (count: number | undefined, command: string, expect: (count: number) => string): Check[] =>
  count === undefined ? [] : [{ command, expect: expect(count) }];

const vtysh = (command: string): string => `sudo vtysh -c '${command}'`;

/** What `maintenance: true` puts into the document, by itself, and its undoing. */
export const operations: Operations = {
  drain: (device) => {
    const lines = drainSettings(device).map((path) => `nv set ${path} on`);
    return lines.length === 0 ? [] : [...lines, ...apply];
  },
  undrain: (device) => {
    const lines = drainSettings(device).toReversed();
    return lines.length === 0 ? [] : [...lines.map((path) => `nv unset ${path}`), ...apply];
  },
  load: () => ['nv config replace /home/cumulus/startup.yaml', ...apply],
  verify: ({ cables, ospf, bgp, route }) => [
    ...check(
      cables,
      'sudo lldpcli show neighbors summary',
      (count) => `${counted(count, 'port')} with a switch, as in the cable plan`,
    ),
    ...check(ospf, vtysh('show ip ospf neighbor'), (count) => `${counted(count, 'neighbour')} Full`),
    ...check(bgp, vtysh('show bgp ipv4 unicast summary established'), (count) => counted(count, 'neighbour')),
    ...check(route?.nextHops, vtysh(`show ip route ${route?.prefix}`), (count) => counted(count, 'next hop')),
  ],
  verifyDrained: () => [
    { command: vtysh('show ip ospf'), expect: 'Administratively activated (indefinitely)' },
    { command: 'ip -stats link', expect: 'on its uplinks no more than hellos and what its own servers send' },
  ],
};
