import type { SviInterface, SwitchDevice } from '../../../device/device.ts';
import { formatInterfaceAddress, formatIp, formatPrefix, networkOf } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { type Layer3, layer3Interfaces, sharesGateway } from '../layer3-interfaces.ts';
import { stanza } from '../stanza.ts';
import { ospf3Lines, ospfLines } from './ospf-interface.ts';

const addressesOf = ({ addresses }: Layer3, family: 4 | 6) => addresses.filter(({ ip }) => ip.family === family);

/** Another link of the kind leads to the same device: link-local addresses made from the switch's one MAC would be equal. */
function hasParallel({ one }: Layer3, device: SwitchDevice): boolean {
  if (one.kind !== 'ethernet' || !one.peer) return false;
  const far = one.peer.device;
  return layer3Interfaces(device).some(
    (other) => other.linkLocal && other.one !== one && other.one.kind === 'ethernet' && other.one.peer?.device === far,
  );
}

function addressLines(layer3: Layer3, job: Job): string {
  const [ipv4, ipv6] = [addressesOf(layer3, 4), addressesOf(layer3, 6)];
  const { linkLocal } = layer3;
  const isWatched = job.watched.has(layer3.one);
  return stanza('addresses', {
    ipv4: ipv4.map((address, index) => ({ text: formatInterfaceAddress(address), secondary: index > 0 })),
    ipv6: ipv6.map(formatInterfaceAddress),
    // Hosts must come back by the gateway that both have.
    redirects: !isWatched && !sharesGateway(layer3.one),
    linkLocalOnly: linkLocal && ipv6.length === 0,
    ownLinkLocal: linkLocal && hasParallel(layer3, job.device),
    forwardsIpv4: linkLocal && ipv4.length === 0,
  });
}

/** Of RFC 4861, in seconds. */
const lifetimes = '2592000 604800';

/** Lines about router advertisements, which NX-OS sends wherever there is IPv6 unless told not to. */
function advertisementLines(layer3: Layer3): string {
  const ipv6 = addressesOf(layer3, 6);
  const { one, linkLocal } = layer3;
  if (one.kind === 'loopback' || (ipv6.length === 0 && !linkLocal)) return '';
  if (linkLocal) return stanza('link-advertisements', {});
  const advertisements = one.kind === 'svi' ? one.routerAdvertisements : undefined;
  if (!advertisements) return stanza('no-advertisements', {});
  const prefixes = advertisements.prefixes.map(({ prefix, autonomous }) => ({
    text: formatPrefix(prefix),
    autonomous,
  }));
  const told = new Set(prefixes.map(({ text }) => text));
  const own = ipv6.map(({ ip, length }) => formatPrefix({ base: networkOf(ip, length), length }));
  const untold = [...new Set(own)].filter((text) => !told.has(text));
  return stanza('advertisements', { lifetime: advertisements.lifetime, lifetimes, prefixes, untold });
}

/**
 * Gateways that another switch answers for as well, by HSRP. NX-OS has no other way without VXLAN; of HSRP and VRRP, HSRP's
 * second version has a group for each VLAN's number and does both families, and a vPC pair forwards on both switches.
 */
function gatewayLines({ vlan, gateways }: SviInterface): string {
  const shared = gateways.filter(({ type }) => type === 'anycast');
  if (shared.length === 0) return '';
  return stanza('gateways', {
    groups: shared.map(({ ip, priority }) => ({ number: vlan, ipv6: ip.family === 6, priority, ip: formatIp(ip) })),
  });
}

function relayLines({ dhcpRelay }: SviInterface): string {
  return stanza('relay', {
    servers: dhcpRelay.map((ip) => ({ protocol: ip.family === 4 ? 'ip' : 'ipv6', ip: formatIp(ip) })),
  });
}

/**
 * Timers of BFD, which are those of its control packets: other vendors send none of the echoes that NX-OS would send, and
 * slow them down for.
 */
function bfdLines({ one }: Layer3, { device, watched }: Job): string {
  return device.bfd && watched.has(one) ? stanza('bfd', device.bfd) : '';
}

/** Lines of an interface about layer 3. The VRF comes first, for it takes the addresses away. */
export function layer3Lines(layer3: Layer3, job: Job): string {
  const { one, vrf, ospf, ospf3 } = layer3;
  const isLoopback = one.kind === 'loopback';
  return [
    vrf === undefined ? '' : stanza('vrf-member', { vrf }),
    bfdLines(layer3, job),
    addressLines(layer3, job),
    advertisementLines(layer3),
    ospfLines(ospf, isLoopback, job),
    ospf3Lines(ospf3, isLoopback),
    one.kind === 'svi' ? gatewayLines(one) + relayLines(one) : '',
  ].join('');
}
