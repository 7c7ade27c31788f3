import type { SwitchDevice } from '../../device/device.ts';
import { counted } from '../../diagnostics/counted.ts';
import type { Check, Operations } from '../target.ts';
import { exportsByPath, own } from './chains.ts';
import { addedCommunities, communityName, shutdownCommunity } from './communities.ts';
import { instancesOf } from './job.ts';
import { ospfVersions, startupSeconds } from './views/ospf.ts';

const withMaintenance = (device: SwitchDevice, maintenance: boolean): SwitchDevice => ({ ...device, maintenance });

/** Gives sessions other policies to announce by: a list keeps its order only when it is written anew. */
function exportLines(from: SwitchDevice, to: SwitchDevice): string[] {
  const before = exportsByPath(from, instancesOf(from));
  return [...exportsByPath(to, instancesOf(to))].flatMap(([path, policies]) => [
    ...(before.get(path)?.length ? [`delete ${path} export`] : []),
    ...policies.map((policy) => `set ${path} export ${policy}`),
  ]);
}

const policy = `policy-options policy-statement ${own.drained}`;
const community = `policy-options community ${communityName(shutdownCommunity)}`;

function drainLines(device: SwitchDevice): string[] {
  const [plain, drained] = [withMaintenance(device, false), withMaintenance(device, true)];
  const marking = [
    `set ${community} members ${shutdownCommunity}`,
    `set ${policy} term mark then community add ${communityName(shutdownCommunity)}`,
  ];
  const lines = exportLines(plain, drained);
  return [
    ...(lines.length > 0 ? marking : []),
    ...lines,
    ...ospfVersions(device).flatMap(({ protocol, ospf }) => [
      ...(startupSeconds(ospf) > 0 ? [`delete protocols ${protocol} overload`] : []),
      `set protocols ${protocol} overload`,
    ]),
    'commit',
  ];
}

function undrainLines(device: SwitchDevice): string[] {
  const [plain, drained] = [withMaintenance(device, false), withMaintenance(device, true)];
  const lines = exportLines(drained, plain);
  const isUsed = addedCommunities(plain).includes(shutdownCommunity);
  return [
    ...ospfVersions(device).flatMap(({ protocol, ospf }) => {
      const seconds = startupSeconds(ospf);
      return [
        `delete protocols ${protocol} overload`,
        ...(seconds > 0 ? [`set protocols ${protocol} overload timeout ${seconds}`] : []),
      ];
    }),
    ...lines,
    ...(lines.length > 0 ? [`delete ${policy}`, ...(isUsed ? [] : [`delete ${community}`])] : []),
    'commit',
  ];
}

/** What the file says anew. Accounts stay: the file of a fabric without any must lock nobody out. */
const replaced = [
  'chassis',
  'forwarding-options',
  'interfaces',
  'policy-options',
  'protocols',
  'routing-instances',
  'routing-options',
  'snmp',
  'system name-server',
  'system ntp',
  'system syslog',
  'vlans',
];

const check = (count: number | undefined, command: string, expect: (count: number) => string): Check[] =>
  count === undefined ? [] : [{ command, expect: expect(count) }];

/** The lines that `maintenance: true` puts into the config, by themselves, and their undoing. */
export const operations: Operations = {
  drain: drainLines,
  undrain: undrainLines,
  load: (name) => [
    'configure exclusive',
    ...replaced.map((path) => `delete ${path}`),
    `load set /var/tmp/${name}.conf`,
    'commit confirmed 5',
    'commit',
  ],
  verify: ({ cables, ospf, bgp, route }) => [
    ...check(cables, 'show lldp neighbors', (count) => `${counted(count, 'port')} with a switch, as in the cable plan`),
    ...check(ospf, 'show ospf neighbor', (count) => `${counted(count, 'neighbour')} Full`),
    ...check(bgp, 'show bgp summary', (count) => `${counted(count, 'neighbour')} Establ`),
    ...check(route?.nextHops, `show route ${route?.prefix} exact active-path`, (count) => counted(count, 'next hop')),
  ],
  verifyDrained: () => [
    {
      command: 'show configuration protocols | display set | match "overload|DRAINED"',
      expect: 'overload without a timeout, and DRAINED as an export policy of every group',
    },
    {
      command: 'monitor interface traffic',
      expect: 'on its uplinks no more than hellos and what its own servers send',
    },
  ],
};
