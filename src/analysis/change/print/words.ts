import { quantity } from './quantity.ts';
import type { Mechanism, ResetReason, ServerImpact, SessionReset } from '../impact/impact.ts';
import type { CableEnd, DeviceFact } from '../inventory.ts';

const reasonWords: Readonly<Record<ResetReason, string>> = {
  'device-removed': 'a device is removed',
  'switch-replaced': 'the switch gets another system',
  'link-removed': 'the link is removed',
  'port-moved': 'the cable moves to another port',
  renumbered: 'the link is renumbered',
  'speed-changed': 'the link gets another speed',
  'loopback-changed': 'the router id (loopback) changes',
  'no-path-left': 'every link of one end goes down at once',
  'timers-changed': 'timers change, and both ends must have the same',
  'authentication-changed': 'authentication changes, and both ends must have the same',
  'area-changed': 'the OSPF area changes',
  'network-type-changed': 'the OSPF network type changes',
  'mtu-changed': 'the MTU changes',
  'as-changed': 'the AS number changes',
  'update-source-changed': 'the source address changes',
  'route-reflection-changed': 'route reflection changes',
  'additional-paths-changed': 'additional paths change, which are agreed on when a session opens',
  'group-changed': 'the peer group changes',
  'families-changed': 'address families change, which are agreed on when a session opens',
  'protocol-changed': 'switches speak another protocol',
  'vrf-removed': 'the VRF is removed',
  'upstream-removed': 'the upstream is removed',
  'mlag-changed': 'the settings of the pair change',
};

/** `r1-leaf1 – spine1: the link is renumbered` */
export function resetLine({ a, z, family, vrf, gone, reasons }: SessionReset): string {
  const which = `${family === 6 ? ' for IPv6' : ''}${vrf === undefined ? '' : ` in VRF ${vrf}`}`;
  return `${a} – ${z}${which}${gone ? ' (for good)' : ''}: ${reasons.map((reason) => reasonWords[reason]).join('; ')}`;
}

const mechanismWords: Readonly<Record<Mechanism, (impact: ServerImpact) => string>> = {
  'cables-moved': () => 'cut off from when the leaf has its new config until a person has moved their cables',
  'cables-laid': () => 'cut off from when their old cables or leafs go until a person has laid their new cables',
  'cables-pulled': () => 'cut off for good: the file gives them no cable',
  renumbered: () =>
    'cut off from when the leaf has its new config until a person has applied theirs: their addresses change',
  'vlan-changed': () =>
    'cut off from when the leaf has its new config until a person has applied theirs: a VLAN gets another number',
  'leaf-cut-off': ({ leafs = [] }) =>
    `cut off while ${leafs.join(' and ')} ${leafs.length === 1 ? 'has' : 'have'} no link into the fabric: until both ends of a link have the new config, and its cable is in place`,
  'leaf-sessions-reset': ({ leafs = [] }) =>
    `cut off while every BGP session of ${leafs.join(' and ')} is down: until both ends have the new config and a session is up again`,
  'ends-reconfigured': () =>
    'get a new network config, and so do their ports on the leaf: where the two do not fit together, cut off from when the one is applied until the other is',
  reconfigured: () =>
    'get a new network config; how long their interfaces are away when a person applies it, their system decides',
  'bond-failover': ({ milliseconds }) =>
    `keep a cable: the bond leaves the other one ${milliseconds === undefined ? 'when its link goes down' : `within ${milliseconds} ms of its link going down`}`,
  'fewer-paths': ({ leafs = [], milliseconds }) =>
    `stay connected over the paths that are left, while ${leafs.join(' and ')} ${leafs.length === 1 ? 'loses' : 'lose'} some${milliseconds === undefined ? '' : `; what is in flight on a path that goes silent is lost until BFD sees it (${milliseconds} ms)`}`,
};

/** How the servers of an impact are touched, as the rest of a sentence that begins with them. */
export function mechanismText(impact: ServerImpact): string {
  return mechanismWords[impact.mechanism](impact);
}

/** The first few of many names, and how many more there are. */
export function someOf(names: readonly string[], most: number): string {
  const rest = names.length - most;
  return rest <= 0 ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${rest} more`;
}

/** `z1r1-leaf1 Ethernet49/1 in z1r1`; of an upstream only its name is known. */
export function endText({ device, port, rack }: CableEnd): string {
  return `${device}${port === '' ? '' : ` ${port}`}${rack === undefined ? '' : ` in ${rack}`}`;
}

/** `1 spine, 22 servers`: what devices are, as far as it is known. */
export function devicesText(devices: readonly DeviceFact[]): string {
  const words = new Map<string, number>();
  for (const { kind, role } of devices) {
    const word = kind === 'server' ? 'server' : (role ?? 'switch');
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return [...words]
    .map(([word, count]) => quantity(count, word, word === 'switch' ? 'switches' : `${word}s`))
    .join(', ');
}
