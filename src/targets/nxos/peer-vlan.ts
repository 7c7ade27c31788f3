import type { Mlag, SwitchDevice } from '../../device/device.ts';
import { sameIp } from '../../ip/index.ts';

/** The SVI of the MLAG peering has another use: a routing protocol runs over it. */
function isRoutedOver({ interfaces, bgp }: SwitchDevice, { vlan, remote }: Mlag): boolean {
  const hasSession = bgp?.neighbors.some(({ peer }) => peer.type === 'address' && sameIp(peer.ip, remote)) ?? false;
  return hasSession || interfaces.some((one) => one.kind === 'svi' && one.vlan === vlan && (one.ospf ?? one.ospf3));
}

/**
 * A switch as vPC sees it: the VLAN of the MLAG peering is gone where nothing else uses it, for a vPC peer link carries
 * its protocol beside all VLANs.
 */
export function withoutPeerVlan(device: SwitchDevice): SwitchDevice {
  const { mlag } = device;
  if (!mlag || isRoutedOver(device, mlag)) return device;
  const { vlan } = mlag;
  return {
    ...device,
    vlans: device.vlans.filter(({ id }) => id !== vlan),
    interfaces: device.interfaces.flatMap((one) => {
      if (one.kind === 'svi' && one.vlan === vlan) return [];
      if (one.kind !== 'lag' || one.mode.type !== 'bridged') return [one];
      return [{ ...one, mode: { ...one.mode, tagged: one.mode.tagged.filter((id) => id !== vlan) } }];
    }),
  };
}
