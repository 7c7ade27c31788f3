import { portKey } from '../../../analysis/forwarding/interface-key.ts';
import type { Device, LagInterface, SwitchDevice } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import { bridgeName } from '../../../targets/frr/names.ts';
import { linuxName } from '../linux-names.ts';

/** A LAG of a pair, as one of the two switches has it. */
export interface Leg {
  /** Number of the LAG in the pair. */
  readonly number: number;
  readonly bond: string;
  readonly members: readonly string[];
}

/** What the MLAG agent of a switch must know, by Linux names. */
export interface MlagSwitch {
  readonly name: string;
  readonly peer: string;
  readonly systemMac: string;
  readonly isPrimary: boolean;
  readonly bridge: string;
  /** Bond of the peer link. */
  readonly peerLink: string;
  /** LAGs with a far end in the lab. */
  readonly legs: readonly Leg[];
  /** Other ports of the panel with a far end in the lab, which are not the peer link's. */
  readonly otherPorts: readonly string[];
  /** Routed interfaces of VLANs that no other port has, but for that of the agents' own VLAN. */
  readonly linkVlans: readonly string[];
  readonly local: string;
  readonly remote: string;
  /** The other switch's address of management. */
  readonly keepalive?: string;
  /** Seconds after a start, or after the return of the peer link, until ports come up. */
  readonly reloadDelay: { readonly mlagPorts: number; readonly otherPorts: number };
}

/** By how much a lab shortens the delays after a start: 300 s become 10 s. */
export const delayScale = 30;

function isLag(one: SwitchDevice['interfaces'][number]): one is LagInterface {
  return one.kind === 'lag';
}

function linkVlansOf(device: SwitchDevice, peerLink: LagInterface): string[] {
  const others = new Set(
    device.interfaces.flatMap((one) => {
      const isOther = (one.kind === 'ethernet' || one.kind === 'lag') && one !== peerLink;
      return isOther && one.mode.type === 'bridged' ? [...one.mode.tagged, one.mode.native] : [];
    }),
  );
  return device.interfaces.flatMap((one) =>
    one.kind === 'svi' && one.vlan !== device.mlag?.vlan && !others.has(one.vlan) ? [linuxName(device, one)] : [],
  );
}

/**
 * One switch of an MLAG pair; undefined for any other device.
 * @param running devices of the lab.
 */
export function mlagSwitch(device: Device, running: readonly Device[]): MlagSwitch | undefined {
  if (device.kind !== 'switch' || !device.mlag) return undefined;
  const { mlag, interfaces } = device;
  const present = new Map(running.map((one) => [one.name, one]));
  const names = new Map<string, string>();
  for (const one of interfaces) {
    if (one.kind === 'ethernet' && one.peer && present.has(one.peer.device))
      names.set(portKey(one.port), linuxName(device, one));
  }
  const membersOf = (lag: LagInterface): string[] => lag.members.flatMap((port) => names.get(portKey(port)) ?? []);
  const lags = interfaces.filter(isLag);
  const peerLink = lags.find(({ id }) => id === mlag.peerLink);
  if (!peerLink) return undefined;
  const legs = lags.flatMap((lag): Leg[] => {
    const members = membersOf(lag);
    if (lag.mlag === undefined || members.length === 0) return [];
    return [{ number: lag.mlag, bond: linuxName(device, lag), members }];
  });
  const taken = new Set([...legs.flatMap(({ members }) => members), ...membersOf(peerLink)]);
  const other = present.get(mlag.peer);
  const otherPriority = other?.kind === 'switch' ? other.mlag?.priority : undefined;
  return {
    name: device.name,
    peer: mlag.peer,
    systemMac: mlag.systemMac,
    isPrimary: otherPriority === undefined || mlag.priority < otherPriority,
    bridge: bridgeName,
    peerLink: linuxName(device, peerLink),
    legs,
    otherPorts: [...names.values()].filter((name) => !taken.has(name)),
    linkVlans: linkVlansOf(device, peerLink),
    local: formatIp(mlag.local),
    remote: formatIp(mlag.remote),
    ...(mlag.keepalive ? { keepalive: formatIp(mlag.keepalive.remote) } : {}),
    reloadDelay: {
      mlagPorts: mlag.reloadDelay.mlagPorts / delayScale,
      otherPorts: mlag.reloadDelay.otherPorts / delayScale,
    },
  };
}
