import type { BgpNeighbor, BgpPeer, Interface, Port } from '../device/device.ts';
import { formatIp } from '../ip/index.ts';
import type { FrrOptions, Router } from './router.ts';

const samePort = (one: Port, other: Port): boolean => one.panel === other.panel && one.channel === other.channel;

function isOn(one: Interface, { port, vlan }: Extract<BgpPeer, { type: 'port' }>): boolean {
  if (one.kind === 'sub') return vlan === one.vlan && 'port' in one.parent && samePort(one.parent.port, port);
  return vlan === undefined && one.kind === 'ethernet' && samePort(one.port, port);
}

/** How FRR names the far end of a session: by its address, or by the interface that it is on. */
export function spellPeer(router: Router, { peer }: BgpNeighbor, { spellInterface }: FrrOptions): string {
  if (peer.type === 'address') return formatIp(peer.ip);
  const found = router.interfaces.find((one) => isOn(one, peer));
  if (!found) throw new Error(`${router.name} has a session on port ${peer.port.panel}, and no such interface`);
  return spellInterface(found);
}
