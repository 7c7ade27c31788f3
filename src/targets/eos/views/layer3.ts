import type { OspfInterface } from '../../../device/device.ts';
import { type Ip, formatInterfaceAddress, formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { stanza } from '../stanza.ts';
import { type Ipv6Interface, ipv6View } from './ipv6-interface.ts';
import { ospf3View, ospfView } from './ospf-interface.ts';

/** Layer 3 of any interface. */
interface Layer3 extends Ipv6Interface {
  /** A port or LAG, which is a switch port until told otherwise. */
  readonly port: boolean;
  readonly vrf?: string | undefined;
  readonly ospf?: OspfInterface | undefined;
  readonly dhcpRelay?: readonly Ip[];
}

const watched = (ospf: OspfInterface | undefined): boolean => ospf !== undefined && ospf.bfd && !ospf.passive;

/** Lines of an interface about layer 3. */
export function layer3Lines(one: Layer3, job: Job): string {
  const { bfd } = job.device;
  const { ospf, ospf3, dhcpRelay = [], gateways = [] } = one;
  const relays = (family: number) => dhcpRelay.filter((ip) => ip.family === family).map(formatIp);
  const shared = gateways.filter(({ type }) => type === 'anycast');
  return stanza('layer3', {
    port: one.port,
    vrf: one.vrf ?? null,
    addresses: one.addresses
      .filter(({ ip }) => ip.family === 4)
      .map((address, index) => ({ text: formatInterfaceAddress(address), secondary: index > 0 })),
    bfd: bfd && (watched(ospf) || watched(ospf3)) ? bfd : null,
    dhcpRelay: relays(4),
    dhcpRelay6: relays(6),
    ipv6: ipv6View(one),
    ospf: ospf ? ospfView(ospf, job) : null,
    ospf3: ospf3 ? ospf3View(ospf3, job) : null,
    sharedGateways: shared
      .map(({ ip }) => ({ keyword: ip.family === 4 ? 'ip' : 'ipv6', ip: formatIp(ip) }))
      .sort((a, b) => a.keyword.length - b.keyword.length),
  });
}
