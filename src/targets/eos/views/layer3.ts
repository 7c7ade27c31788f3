import type { OspfAuthentication, OspfInterface } from '../../../device/device.ts';
import { type InterfaceAddress, type Ip, formatInterfaceAddress, formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { stanza } from '../stanza.ts';
import { secretWord } from '../text.ts';

/** What EOS has without being told, in seconds. */
const ospfDefaults = { helloInterval: 10, deadInterval: 40, retransmitInterval: 5 } as const;

/** Keys of MD5 are 16 octets (RFC 2328, D.3). */
const longestMd5Key = 16;

/** Layer 3 of any interface. */
interface Layer3 {
  /** A port or LAG, which is a switch port until told otherwise. */
  readonly port: boolean;
  readonly vrf?: string | undefined;
  readonly addresses: readonly InterfaceAddress[];
  readonly ospf?: OspfInterface | undefined;
  readonly dhcpRelay?: readonly Ip[];
  /** Gateway that another switch has as well. */
  readonly sharedGateway?: Ip | undefined;
}

function unlessDefault(ospf: OspfInterface, name: keyof typeof ospfDefaults): number | null {
  return ospf.passive || ospf[name] === ospfDefaults[name] ? null : ospf[name];
}

function authenticationView({ algorithm, keyId, key }: OspfAuthentication, { context }: Job) {
  const longest = algorithm === 'md5' ? longestMd5Key : undefined;
  return { algorithm, keyId, key: secretWord(key, context.readSecret, longest) };
}

function ospfView(ospf: OspfInterface, job: Job) {
  const { area, passive, bfd, cost, authentication } = ospf;
  return {
    area,
    // Where all interfaces have BFD, the process says it for them.
    bfd: bfd && !passive && !job.bfdEverywhere,
    cost: cost ?? null,
    helloInterval: unlessDefault(ospf, 'helloInterval'),
    deadInterval: unlessDefault(ospf, 'deadInterval'),
    retransmitInterval: unlessDefault(ospf, 'retransmitInterval'),
    pointToPoint: ospf.pointToPoint && !passive,
    authentication: authentication && !passive ? authenticationView(authentication, job) : null,
  };
}

/** Lines of an interface about layer 3. */
export function layer3Lines(one: Layer3, job: Job): string {
  const { bfd } = job.device;
  const { ospf } = one;
  return stanza('layer3', {
    port: one.port,
    vrf: one.vrf ?? null,
    addresses: one.addresses.map((address, index) => ({
      text: formatInterfaceAddress(address),
      secondary: index > 0,
    })),
    bfd: bfd && ospf?.bfd && !ospf.passive ? bfd : null,
    dhcpRelay: (one.dhcpRelay ?? []).map(formatIp),
    ospf: ospf ? ospfView(ospf, job) : null,
    sharedGateway: one.sharedGateway ? formatIp(one.sharedGateway) : null,
  });
}
