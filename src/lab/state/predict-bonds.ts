import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device, LagInterface } from '../../device/device.ts';
import { linuxName, linuxNames } from '../network/linux-names.ts';
import type { BondState, LacpState } from './bond-state.ts';

const modes = { lacp: '802.3ad', static: 'balance-xor', 'active-backup': 'active-backup' } as const;

/** The LAGs at the far ends of a LAG's cables that carry: one, or one on each of two switches. */
function farLags(own: Device, live: readonly string[], devices: readonly Device[]): LagInterface[] {
  const keys = new Set(live);
  return own.interfaces.flatMap((one) => {
    if (one.kind !== 'ethernet' || !keys.has(portKey(one.port)) || !one.peer) return [];
    const { peer } = one;
    const far = devices.find(({ name }) => name === peer.device);
    const farKey = portKey(peer.port);
    return (far?.interfaces ?? []).flatMap((other) =>
      other.kind === 'lag' && other.members.some((port) => portKey(port) === farKey) ? [other] : [],
    );
  });
}

function lacpOf(lag: LagInterface, far: readonly LagInterface[]): LacpState | undefined {
  if (lag.protocol.type !== 'lacp') return undefined;
  const [partner] = far;
  const answers = partner?.protocol.type === 'lacp' ? partner.protocol.rate : undefined;
  return { rate: lag.protocol.rate, partnerRate: answers ?? 'unknown', partners: answers === undefined ? 0 : 1 };
}

/** Bonds of a device whose ports are up as given, by Linux name. */
export function predictBonds(
  device: Device,
  devices: readonly Device[],
  isUp: (port: string) => boolean,
): Map<string, BondState> {
  const names = linuxNames(device);
  const spell = (keys: readonly string[]): string[] => keys.map((key) => names.get(key) ?? key).toSorted();
  return new Map(
    device.interfaces.flatMap((lag): [string, BondState][] => {
      if (lag.kind !== 'lag') return [];
      const keys = lag.members.map(portKey);
      const lacp = lacpOf(lag, farLags(device, keys.filter(isUp), devices));
      const state: BondState = {
        mode: modes[lag.protocol.type],
        members: spell(keys),
        used: spell(keys.filter(isUp)),
        ...(lacp ? { lacp } : {}),
      };
      return [[linuxName(device, lag), state]];
    }),
  );
}
