import type { BgpNeighbor, Interface, SwitchDevice } from '../../device/device.ts';
import { contains, networkOf } from '../../ip/index.ts';
import { type Layer3, layer3Interfaces } from './layer3-interfaces.ts';

/** The far end of a session is on the link of an interface. */
function isOn({ one, addresses }: Layer3, { peer }: BgpNeighbor): boolean {
  if (peer.type === 'address') {
    return addresses.some(({ ip, length }) => contains({ base: networkOf(ip, length), length }, peer.ip));
  }
  const port = one.kind === 'ethernet' ? one.port : one.kind === 'sub' && 'port' in one.parent ? one.parent.port : null;
  const vlan = one.kind === 'sub' ? one.vlan : undefined;
  return port?.panel === peer.port.panel && port.channel === peer.port.channel && vlan === peer.vlan;
}

/** Interfaces that BFD watches a neighbour on: of OSPF, or of BGP. */
export function watchedInterfaces(device: SwitchDevice): ReadonlySet<Interface> {
  const { bfd, bgp } = device;
  if (!bfd) return new Set();
  const groups = new Set(bgp?.groups.flatMap((group) => (group.bfd ? [group.name] : [])));
  const sessions = new Map<string | undefined, BgpNeighbor[]>();
  const instances = bgp ? [{ ...bgp, vrf: undefined }, ...bgp.vrfs] : [];
  for (const { vrf, neighbors } of instances)
    sessions.set(
      vrf,
      neighbors.filter((one) => groups.has(one.group)),
    );
  const watched = layer3Interfaces(device).filter(
    (layer3) =>
      [layer3.ospf, layer3.ospf3].some((ospf) => ospf?.bfd && !ospf.passive) ||
      sessions.get(layer3.vrf)?.some((neighbor) => isOn(layer3, neighbor)),
  );
  return new Set(watched.map(({ one }) => one));
}
