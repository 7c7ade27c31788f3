import type { BgpInstance, Interface, RoutedMode, SwitchDevice } from '../device/device.ts';
import type { Feature } from '../targets/target.ts';

/** How a feature is called in a diagnostic, and which switches need it. */
export interface FeatureNeed {
  readonly what: string;
  readonly needed: (device: SwitchDevice) => boolean;
}

const routedModeOf = (one: Interface): RoutedMode | undefined =>
  (one.kind === 'ethernet' || one.kind === 'lag' || one.kind === 'sub') && one.mode.type === 'routed'
    ? one.mode
    : undefined;

const someInterface =
  (test: (one: Interface) => boolean) =>
  ({ interfaces }: SwitchDevice): boolean =>
    interfaces.some(test);

const instancesOf = ({ bgp }: SwitchDevice): readonly BgpInstance[] => (bgp ? [bgp, ...bgp.vrfs] : []);

function addressesOf(one: Interface) {
  return one.kind === 'svi' || one.kind === 'loopback' ? one.addresses : (routedModeOf(one)?.addresses ?? []);
}

function hasIpv6(one: Interface): boolean {
  if (routedModeOf(one)?.linkLocal) return true;
  return (
    addressesOf(one).some(({ ip }) => ip.family === 6) ||
    (one.kind === 'svi' && one.gateways.some(({ ip }) => ip.family === 6))
  );
}

/** Every feature that a target may lack. */
export const featureNeeds: Readonly<Record<Feature, FeatureNeed>> = {
  'add-path': {
    what: 'more than one BGP path of a prefix in a session (RFC 7911)',
    needed: ({ bgp }) => bgp?.groups.some((group) => group.addPath) ?? false,
  },
  aggregates: {
    what: 'BGP aggregates',
    needed: (device) => instancesOf(device).some(({ aggregates }) => aggregates.length > 0),
  },
  'anycast-gateway': {
    what: 'a gateway shared by two switches',
    needed: someInterface((one) => one.kind === 'svi' && one.gateways.some(({ type }) => type === 'anycast')),
  },
  'bgp-unnumbered': {
    what: 'BGP sessions between link-local addresses (unnumbered)',
    needed: (device) => instancesOf(device).some(({ neighbors }) => neighbors.some(({ peer }) => peer.type === 'port')),
  },
  'extra-lines': { what: "extra lines of the user's", needed: ({ extra }) => extra.length > 0 },
  'interface-extra-lines': {
    what: "extra lines of the user's on an interface",
    needed: someInterface((one) => one.extra !== undefined && one.extra.length > 0),
  },
  ipv6: { what: 'IPv6', needed: someInterface(hasIpv6) },
  mlag: { what: 'MLAG', needed: ({ mlag }) => mlag !== undefined },
  ospf: { what: 'OSPF', needed: ({ ospf }) => ospf !== undefined },
  ospf3: { what: 'OSPF for IPv6 (version 3)', needed: ({ ospf3 }) => ospf3 !== undefined },
  'ospf3-authentication': {
    what: 'authentication of OSPF for IPv6',
    needed: someInterface((one) => {
      const ospf3 = one.kind === 'svi' || one.kind === 'loopback' ? one.ospf3 : routedModeOf(one)?.ospf3;
      return ospf3?.passive === false && ospf3.authentication !== undefined;
    }),
  },
  'route-leaks': {
    what: 'routes taken over from another VRF',
    needed: (device) => instancesOf(device).some(({ leaks }) => leaks.length > 0),
  },
  'route-reflection': {
    what: 'BGP route reflection',
    needed: ({ bgp }) => bgp?.groups.some((group) => group.routeReflectorClient) ?? false,
  },
  'router-advertisements': {
    what: 'router advertisements to servers',
    needed: someInterface((one) => one.kind === 'svi' && one.routerAdvertisements !== undefined),
  },
  snmp: { what: 'SNMP', needed: ({ system }) => system.snmp !== undefined },
  'static-lag': {
    what: 'a LAG without LACP',
    needed: someInterface((one) => one.kind === 'lag' && one.protocol.type === 'static'),
  },
  'storm-control': {
    what: 'storm control',
    needed: someInterface(
      (one) => (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged' && one.mode.edge,
    ),
  },
  subinterfaces: { what: 'VLANs on routed ports', needed: someInterface((one) => one.kind === 'sub') },
  vrfs: { what: 'VRFs', needed: ({ vrfs }) => vrfs.length > 0 },
};
