import type { Bfd, Interface, Ospf, OspfInterface, SwitchDevice } from '../../device/device.ts';
import { formatIp } from '../../ip/index.ts';
import type { RenderContext } from '../target.ts';
import { describeInterface } from './description.ts';
import { interfaceName } from './names.ts';
import { readOspfKey } from './secret-words.ts';

/** Next hops of a route that Debian's build of FRR keeps (`--enable-multipath`). */
export const mostPaths = 256;

/** Name of the BFD profile that all sessions use. */
const bfdProfile = 'FABRIC';

export function bfdView({ interval, multiplier }: Bfd) {
  return { profile: bfdProfile, interval, multiplier };
}

export function ospfView(ospf: Ospf, maintenance: boolean) {
  return {
    routerId: formatIp(ospf.routerId),
    referenceBandwidth: ospf.referenceBandwidth,
    maximumPaths: Math.min(ospf.maximumPaths, mostPaths),
    throttle: ospf.spfThrottle ?? null,
    maxMetricOnStartup: ospf.maxMetricOnStartup,
    maintenance,
  };
}

function ospfOf(one: Interface): OspfInterface | undefined {
  if (one.kind === 'ethernet' || one.kind === 'lag') return one.mode.type === 'routed' ? one.mode.ospf : undefined;
  return one.kind === 'sub' ? one.mode.ospf : one.ospf;
}

function authenticationView(ospf: OspfInterface, context: RenderContext) {
  const { authentication } = ospf;
  if (!authentication || ospf.passive) return null;
  if (authentication.algorithm !== 'md5') throw new Error(`FRR 8.4 has no ${authentication.algorithm} for OSPF`);
  return { keyId: authentication.keyId, key: readOspfKey(context, authentication.key) };
}

/** The interfaces that OSPF knows, with what it is told on each. */
export function ospfInterfaceViews(device: SwitchDevice, context: RenderContext) {
  return device.interfaces.flatMap((one) => {
    const ospf = ospfOf(one);
    if (!ospf) return [];
    return {
      name: interfaceName(one),
      description: describeInterface(one, context.spellPeer),
      area: ospf.area,
      passive: ospf.passive,
      pointToPoint: ospf.pointToPoint,
      cost: ospf.cost ?? null,
      bfdProfile: ospf.bfd && device.bfd ? bfdProfile : null,
      helloInterval: ospf.helloInterval,
      deadInterval: ospf.deadInterval,
      retransmitInterval: ospf.retransmitInterval,
      authentication: authenticationView(ospf, context),
    };
  });
}

/** Names of the links to other switches: those that OSPF speaks on. */
export function fabricInterfaces(device: SwitchDevice): string[] {
  return device.interfaces.filter((one) => ospfOf(one)?.passive === false).map(interfaceName);
}
