import type { Policy, PolicyStep, SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';
import { type Announcement, announcementsOf } from './announcements.ts';
import { drain } from './drain.ts';
import { spellCommunity } from './views/policies.ts';

const setCommunities = (step: PolicyStep): string =>
  step.addCommunities.length === 0
    ? '   no set community'
    : `   set community ${step.addCommunities.map(spellCommunity).join(' ')} additive`;

function sameStep(one: PolicyStep, other: PolicyStep | undefined): boolean {
  return one.addCommunities.join(' ') === other?.addCommunities.join(' ');
}

/** Lines that give the steps of `to` the communities they add, where those of `from` add others. */
function communityLines(from: readonly Policy[], to: readonly Policy[]): string[] {
  const before = new Map(from.map((policy) => [policy.name, policy]));
  return to.flatMap(({ name, steps }) =>
    steps.flatMap((step, index) =>
      sameStep(step, before.get(name)?.steps[index])
        ? []
        : [`route-map ${name} ${step.action} ${step.sequence}`, setCommunities(step)],
    ),
  );
}

const keyOf = ({ modes, line }: Announcement): string => [...modes, line].join(' ');

const indented = (line: string, level: number): string => '   '.repeat(level) + line;

/** What draining does to BGP: the same switch out of service, and the announcements that get a policy by it. */
function drainedBgp(device: SwitchDevice) {
  const drained = drain({ ...device, maintenance: true });
  const before = new Set(announcementsOf(device).map(keyOf));
  const added = announcementsOf(drained).filter((one) => !before.has(keyOf(one)));
  return { drained, added };
}

/** Lines of config mode about announcements, below the modes that each is in. */
function announcementLines(device: SwitchDevice, added: readonly Announcement[], what: 'line' | 'undo'): string[] {
  if (!device.bgp || added.length === 0) return [];
  let entered: readonly string[] = [];
  const lines = added.flatMap(({ modes, [what]: line }) => {
    const missing = modes.join(' ') === entered.join(' ') ? [] : modes;
    entered = modes;
    return [...missing.map((mode, index) => indented(mode, index + 1)), indented(line, modes.length + 1)];
  });
  return [`router bgp ${device.bgp.asn}`, ...lines];
}

/** The modes of OSPF processes, and how deep in them the metric is said. */
function metricLines({ ospf, ospf3 }: SwitchDevice, linesOf: (startup: number) => readonly string[]): string[] {
  const modes = [
    ...(ospf ? [{ process: ospf, lines: ['router ospf 1'] }] : []),
    ...(ospf3 ? [{ process: ospf3, lines: ['router ospfv3', '   address-family ipv6'] }] : []),
  ];
  return modes.flatMap(({ process, lines }) => [
    ...lines,
    ...linesOf(process.maxMetricOnStartup).map((line) => indented(line, lines.length)),
  ]);
}

function drainLines(device: SwitchDevice): string[] {
  const { drained, added } = drainedBgp(device);
  return [
    ...communityLines(device.policies.policies, drained.policies.policies),
    ...announcementLines(device, added, 'line'),
    ...metricLines(device, () => ['max-metric router-lsa']),
  ];
}

function undrainLines(device: SwitchDevice): string[] {
  const { drained, added } = drainedBgp(device);
  const known = new Set(device.policies.policies.map(({ name }) => name));
  return [
    ...metricLines(device, (startup) => [
      'no max-metric router-lsa',
      ...(startup > 0 ? [`max-metric router-lsa on-startup ${startup}`] : []),
    ]),
    ...communityLines(drained.policies.policies, device.policies.policies),
    ...announcementLines(device, added, 'undo'),
    ...drained.policies.policies.flatMap(({ name }) => (known.has(name) ? [] : [`no route-map ${name}`])),
  ];
}

const check = (count: number | undefined, command: string, expect: (count: number) => string): Check[] =>
  count === undefined ? [] : [{ command, expect: expect(count) }];

/** The lines that `maintenance: true` puts into the config, by themselves, and their undoing. */
export const operations: Operations = {
  drain: drainLines,
  undrain: undrainLines,
  load: (name) => [`configure replace flash:${name}.cfg`, 'copy running-config startup-config'],
  verify: ({ cables, ospf, bgp, route }) => [
    ...check(cables, 'show lldp neighbors', (count) => `${counted(count, 'port')} with a switch, as in the cable plan`),
    ...check(ospf, 'show ip ospf neighbor', (count) => `${counted(count, 'neighbour')} FULL`),
    ...check(bgp, 'show ip bgp summary', (count) => `${counted(count, 'neighbour')} Estab`),
    ...check(route?.nextHops, `show ${route?.prefix.includes(':') ? 'ipv6' : 'ip'} route ${route?.prefix}`, (count) =>
      counted(count, 'next hop'),
    ),
  ],
  verifyDrained: () => [
    { command: 'show running-config section max-metric', expect: 'max-metric router-lsa' },
    {
      command: 'show interfaces counters rates',
      expect: 'on its uplinks no more than hellos and what its own servers send',
    },
  ],
};
