import type { BgpGroup, Policy, PolicyStep, SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';
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

const exportOf = (group: BgpGroup) => group.families.find(({ family }) => family === 4)?.exportPolicy;

/** What draining does to BGP: the same switch out of service, and the groups that get a policy by it. */
function drainedBgp(device: SwitchDevice) {
  const drained = drain({ ...device, maintenance: true });
  const before = new Map(device.bgp?.groups.map((group) => [group.name, exportOf(group)]));
  const groups = (drained.bgp?.groups ?? []).flatMap((group) => {
    const exportPolicy = exportOf(group);
    return exportPolicy === before.get(group.name) ? [] : [{ name: group.name, exportPolicy }];
  });
  return { drained, groups };
}

const inBgp = (device: SwitchDevice, lines: readonly string[]): string[] =>
  device.bgp && lines.length > 0 ? [`router bgp ${device.bgp.asn}`, ...lines] : [];

function drainLines(device: SwitchDevice): string[] {
  const { drained, groups } = drainedBgp(device);
  return [
    ...communityLines(device.policies.policies, drained.policies.policies),
    ...inBgp(
      device,
      groups.map(({ name, exportPolicy }) => `   neighbor ${name} route-map ${exportPolicy} out`),
    ),
    ...(device.ospf ? ['router ospf 1', '   max-metric router-lsa'] : []),
  ];
}

function undrainLines(device: SwitchDevice): string[] {
  const { drained, groups } = drainedBgp(device);
  const known = new Set(device.policies.policies.map(({ name }) => name));
  const startup = device.ospf?.maxMetricOnStartup ?? 0;
  return [
    ...(device.ospf ? ['router ospf 1', '   no max-metric router-lsa'] : []),
    ...(startup > 0 ? [`   max-metric router-lsa on-startup ${startup}`] : []),
    ...communityLines(drained.policies.policies, device.policies.policies),
    ...inBgp(
      device,
      groups.map(({ name, exportPolicy }) => `   no neighbor ${name} route-map ${exportPolicy} out`),
    ),
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
    ...check(route?.nextHops, `show ip route ${route?.prefix}`, (count) => counted(count, 'next hop')),
  ],
  verifyDrained: () => [
    { command: 'show running-config section max-metric', expect: 'max-metric router-lsa' },
    {
      command: 'show interfaces counters rates',
      expect: 'on its uplinks no more than hellos and what its own servers send',
    },
  ],
};
