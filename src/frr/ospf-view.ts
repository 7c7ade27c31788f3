import type { Bfd, Ospf, OspfInterface } from '../device/device.ts';
import { formatIp } from '../ip/index.ts';
import type { FrrOptions, Router } from './router.ts';
import { readOspfKey } from './secret-words.ts';

/** Next hops of a route that Debian's build of FRR keeps (`--enable-multipath`). */
export const mostPaths = 256;

/** Name of the BFD profile that all sessions use. */
export const bfdProfile = 'FABRIC';

export function bfdView({ interval, multiplier }: Bfd) {
  return { profile: bfdProfile, interval, multiplier };
}

const commonView = (ospf: Ospf, maintenance: boolean) => ({
  routerId: formatIp(ospf.routerId),
  referenceBandwidth: ospf.referenceBandwidth,
  maximumPaths: Math.min(ospf.maximumPaths, mostPaths),
  throttle: ospf.spfThrottle ?? null,
  maintenance,
});

export function ospfView(ospf: Ospf, maintenance: boolean) {
  return { ...commonView(ospf, maintenance), maxMetricOnStartup: ospf.maxMetricOnStartup };
}

/** ospf6d 8.4 can be a stub router by order, but not for a while after a start. */
export function ospf3View(ospf: Ospf, maintenance: boolean) {
  return commonView(ospf, maintenance);
}

const commonInterfaceView = ({ bfd }: Router, ospf: OspfInterface) => ({
  area: ospf.area,
  passive: ospf.passive,
  pointToPoint: ospf.pointToPoint,
  cost: ospf.cost ?? null,
  bfdProfile: ospf.bfd && bfd ? bfdProfile : null,
  helloInterval: ospf.helloInterval,
  deadInterval: ospf.deadInterval,
  retransmitInterval: ospf.retransmitInterval,
});

function authenticationView({ authentication, passive }: OspfInterface, { readSecret }: FrrOptions) {
  if (!authentication || passive) return null;
  const { algorithm, keyId, key } = authentication;
  return { algorithm, keyId, key: readOspfKey(readSecret, key) };
}

/** What OSPF is told on an interface. */
export function ospfInterfaceView(router: Router, ospf: OspfInterface, options: FrrOptions) {
  const authentication = authenticationView(ospf, options);
  if (authentication && authentication.algorithm !== 'md5')
    throw new Error(`FRR 8.4 has no ${authentication.algorithm} for OSPF`);
  return { ...commonInterfaceView(router, ospf), authentication };
}

const trailers = { md5: 'md5', sha256: 'hmac-sha-256' } as const;

/** What OSPF version 3 is told on an interface; its authentication is the trailer of RFC 7166. */
export function ospf3InterfaceView(router: Router, ospf: OspfInterface, options: FrrOptions) {
  const authentication = authenticationView(ospf, options);
  return {
    ...commonInterfaceView(router, ospf),
    authentication: authentication ? { ...authentication, algorithm: trailers[authentication.algorithm] } : null,
  };
}
