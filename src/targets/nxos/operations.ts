import type { BgpGroup, Policy, PolicyStep, SwitchDevice } from '../../device/device.ts';
import type { Family } from '../../ip/index.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';
import { drain } from './drain.ts';
import { startupSeconds } from './startup-seconds.ts';

const setCommunities = ({ addCommunities }: PolicyStep, no: '' | 'no '): string =>
  `  ${no}set community ${addCommunities.join(' ')} additive`;

/** Lines that give the steps of `to` the communities they add, where those of `from` add others. */
function communityLines(from: readonly Policy[], to: readonly Policy[]): string[] {
  const before = new Map(from.map((policy) => [policy.name, policy]));
  return to.flatMap(({ name, steps }) =>
    steps.flatMap((step, index) => {
      const old = before.get(name)?.steps[index];
      if (step.addCommunities.join(' ') === old?.addCommunities.join(' ')) return [];
      const line = step.addCommunities.length > 0 ? setCommunities(step, '') : old ? setCommunities(old, 'no ') : null;
      return [`route-map ${name} ${step.action} ${step.sequence}`, ...(line === null ? [] : [line])];
    }),
  );
}

const protocolOf = (family: Family): string => (family === 4 ? 'ipv4' : 'ipv6');

interface Change {
  readonly group: string;
  readonly family: Family;
  readonly policy: string;
}

/** Families of groups that get an export policy by draining. */
function changesOf(before: readonly BgpGroup[], after: readonly BgpGroup[]): Change[] {
  return after.flatMap((group, index) =>
    group.families.flatMap(({ family, exportPolicy }) => {
      const old = before[index]?.families.find((one) => one.family === family)?.exportPolicy;
      return exportPolicy === undefined || exportPolicy === old
        ? []
        : [{ group: group.name, family, policy: exportPolicy }];
    }),
  );
}

/** What draining does to BGP: the same switch out of service, and what changes. */
function drainedBgp(device: SwitchDevice) {
  const drained = drain({ ...device, maintenance: true });
  return { drained, changes: changesOf(device.bgp?.groups ?? [], drained.bgp?.groups ?? []) };
}

function groupLines(device: SwitchDevice, changes: readonly Change[], no: '' | 'no '): string[] {
  if (!device.bgp || changes.length === 0) return [];
  const lines = changes.flatMap(({ group, family, policy }) => [
    `  template peer ${group}`,
    `    address-family ${protocolOf(family)} unicast`,
    `      ${no}route-map ${policy} out`,
  ]);
  return [`router bgp ${device.bgp.asn}`, ...lines];
}

/** Processes of OSPF, of either version. */
function processesOf({ ospf, ospf3 }: SwitchDevice) {
  return [
    ...(ospf ? [{ heading: 'router ospf 1', startup: startupSeconds(ospf.maxMetricOnStartup) }] : []),
    ...(ospf3 ? [{ heading: 'router ospfv3 1', startup: startupSeconds(ospf3.maxMetricOnStartup) }] : []),
  ];
}

function drainLines(device: SwitchDevice): string[] {
  const { drained, changes } = drainedBgp(device);
  return [
    ...communityLines(device.policies.policies, drained.policies.policies),
    ...groupLines(device, changes, ''),
    ...processesOf(device).flatMap(({ heading }) => [heading, '  max-metric router-lsa']),
  ];
}

function undrainLines(device: SwitchDevice): string[] {
  const { drained, changes } = drainedBgp(device);
  const known = new Set(device.policies.policies.map(({ name }) => name));
  return [
    ...processesOf(device).flatMap(({ heading, startup }) => [
      heading,
      '  no max-metric router-lsa',
      ...(startup !== null ? [`  max-metric router-lsa on-startup ${startup}`] : []),
    ]),
    ...communityLines(drained.policies.policies, device.policies.policies),
    ...groupLines(device, changes, 'no '),
    ...drained.policies.policies.flatMap(({ name }) => (known.has(name) ? [] : [`no route-map ${name}`])),
  ];
}

const check = (count: number | undefined, command: string, expect: (count: number) => string): Check[] =>
  count === undefined ? [] : [{ command, expect: expect(count) }];

/** The lines that `maintenance: true` puts into the config, by themselves, and their undoing. */
export const operations: Operations = {
  drain: drainLines,
  undrain: undrainLines,
  // A config that no switch has shown never matches it line by line, which undoes the whole but for `best-effort`.
  load: (name) => [`configure replace bootflash:${name}.cfg best-effort`, 'copy running-config startup-config'],
  verify: ({ cables, ospf, bgp, route }) => [
    ...check(cables, 'show lldp neighbors', (count) => `${counted(count, 'port')} with a switch, as in the cable plan`),
    ...check(ospf, 'show ip ospf neighbors', (count) => `${counted(count, 'neighbour')} FULL`),
    ...check(bgp, 'show bgp sessions', (count) => counted(count, 'session') + ' established'),
    ...check(route?.nextHops, `show ip route ${route?.prefix}`, (count) => counted(count, 'next hop')),
  ],
  verifyDrained: () => [
    { command: 'show running-config ospf | include max-metric', expect: 'max-metric router-lsa' },
    {
      command: 'show interface counters brief',
      expect: 'on its uplinks no more than hellos and what its own servers send',
    },
  ],
};
