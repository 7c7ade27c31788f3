import type {
  BgpGroup,
  BgpInstance,
  BgpNeighbor,
  Interface,
  OspfInterface,
  RoutedMode,
  SwitchDevice,
} from '../../src/device/device.ts';
import { formatInterfaceAddress, formatIp, formatPrefix } from '../../src/ip/index.ts';
import type { ReadBgp, ReadInterface, ReadNeighbor, ReadOspf, Reading } from './reading.ts';

/** Name of an interface as a target spells it in its config. */
export type SpellInterface = (one: Interface) => string;

function readOspf(ospf: OspfInterface | undefined): ReadOspf | undefined {
  if (!ospf) return undefined;
  const { area, passive, pointToPoint, cost, bfd, helloInterval: hello, deadInterval: dead, authentication } = ospf;
  // Nothing of what makes an adjacency matters where there is none.
  if (passive) return { area, passive, pointToPoint: true, hello: 0, dead: 0, bfd: false };
  return {
    area,
    passive,
    pointToPoint,
    ...(cost === undefined ? {} : { cost }),
    hello,
    dead,
    bfd,
    ...(authentication ? { authentication: `${authentication.algorithm} ${authentication.keyId}` } : {}),
  };
}

function layer3(one: Interface): Partial<RoutedMode> {
  if (one.kind === 'svi' || one.kind === 'loopback') return one;
  return one.mode.type === 'routed' ? one.mode : {};
}

function readInterface(one: Interface, lagName: (id: number) => string): ReadInterface {
  const { addresses = [], vrf, ospf, ospf3, linkLocal = false } = layer3(one);
  const found = [readOspf(ospf), readOspf(ospf3)];
  const bridged = (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged' ? one.mode : undefined;
  const lacp =
    one.kind !== 'lag'
      ? undefined
      : one.protocol.type === 'lacp'
        ? `${one.protocol.active ? 'active' : 'passive'} ${one.protocol.rate}`
        : one.protocol.type;
  const member = one.kind === 'ethernet' && one.mode.type === 'member' ? lagName(one.mode.lag) : undefined;
  return {
    ...(one.kind === 'loopback' || member !== undefined ? {} : { mtu: one.mtu }),
    addresses: addresses.map(formatInterfaceAddress).sort(),
    sharedGateways:
      one.kind === 'svi'
        ? one.gateways
            .filter(({ type }) => type === 'anycast')
            .map(({ ip }) => formatIp(ip))
            .sort()
        : [],
    linkLocal,
    ...(one.kind === 'svi' && one.routerAdvertisements
      ? { advertises: one.routerAdvertisements.prefixes.map(({ prefix }) => formatPrefix(prefix)).sort() }
      : {}),
    ...(vrf === undefined ? {} : { vrf }),
    ...(member === undefined ? {} : { lag: member }),
    ...(lacp === undefined ? {} : { lacp }),
    ...(one.kind === 'lag' && one.mlag !== undefined ? { mlag: one.mlag } : {}),
    tagged: bridged ? [...bridged.tagged].sort((a, b) => a - b) : [],
    ...(bridged?.native === undefined ? {} : { native: bridged.native }),
    ...(found[0] ? { ospf: found[0] } : {}),
    ...(found[1] ? { ospf3: found[1] } : {}),
  };
}

function readNeighbor(neighbor: BgpNeighbor, group: BgpGroup): ReadNeighbor {
  const own = new Map(neighbor.families.map((one) => [one.family, one]));
  const policies = group.families.flatMap((shared) => {
    const mine = own.get(shared.family);
    const names = [mine?.importPolicy ?? shared.importPolicy, mine?.exportPolicy ?? shared.exportPolicy];
    return names.flatMap((name, index) =>
      name === undefined ? [] : `${shared.family} ${index ? 'out' : 'in'} ${name}`,
    );
  });
  return {
    remoteAs: neighbor.remoteAs ?? group.remoteAs ?? 0,
    families: group.families.map(({ family }) => family).sort(),
    bfd: group.bfd,
    routeReflectorClient: group.routeReflectorClient,
    addPath: group.addPath,
    policies: policies.sort(),
  };
}

function readBgp(device: SwitchDevice, spell: SpellInterface): ReadBgp | undefined {
  const { bgp } = device;
  if (!bgp) return undefined;
  const groups = new Map(bgp.groups.map((group) => [group.name, group]));
  const neighbors: Record<string, ReadNeighbor> = {};
  const instances: (BgpInstance & { readonly vrf?: string })[] = [bgp, ...bgp.vrfs];
  for (const { vrf = '', neighbors: ofInstance } of instances) {
    for (const one of ofInstance) {
      const { peer } = one;
      const at =
        peer.type === 'address'
          ? formatIp(peer.ip)
          : spell(
              device.interfaces.find((other) =>
                other.kind === 'sub'
                  ? 'port' in other.parent && samePort(other.parent.port, peer.port) && other.vlan === peer.vlan
                  : peer.vlan === undefined && other.kind === 'ethernet' && samePort(other.port, peer.port),
              )!,
            );
      neighbors[`${vrf}|${at}`] = readNeighbor(one, groups.get(one.group)!);
    }
  }
  const prefixes = (key: 'networks' | 'aggregates') =>
    instances.flatMap((one) => one[key].map((prefix) => `${one.vrf ?? ''}|${formatPrefix(prefix)}`)).sort();
  return {
    asn: bgp.asn,
    routerId: formatIp(bgp.routerId),
    ...(bgp.clusterId ? { clusterId: formatIp(bgp.clusterId) } : {}),
    maximumPaths: bgp.maximumPaths,
    neighbors,
    networks: prefixes('networks'),
    aggregates: prefixes('aggregates'),
  };
}

const samePort = (a: { panel: number; channel?: number }, b: { panel: number; channel?: number }): boolean =>
  a.panel === b.panel && a.channel === b.channel;

/** The reading that the files of a switch must give. */
export function readModel(device: SwitchDevice, spell: SpellInterface): Reading {
  const lags = new Map(device.interfaces.flatMap((one) => (one.kind === 'lag' ? [[one.id, spell(one)]] : [])));
  const lagName = (id: number): string => lags.get(id) ?? `no LAG ${id}`;
  const bgp = readBgp(device, spell);
  const { mlag } = device;
  return {
    hostname: device.name,
    interfaces: Object.fromEntries(device.interfaces.map((one) => [spell(one), readInterface(one, lagName)])),
    vlans: Object.fromEntries(device.vlans.map(({ id, name }) => [id, name])),
    vrfs: device.vrfs.map(({ name }) => name).sort(),
    ...(device.ospf ? { ospfRouterId: formatIp(device.ospf.routerId) } : {}),
    ...(device.ospf3 ? { ospf3RouterId: formatIp(device.ospf3.routerId) } : {}),
    ...(bgp ? { bgp } : {}),
    ...(mlag
      ? {
          mlag: {
            domain: mlag.domain,
            peerLink: lagName(mlag.peerLink),
            local: formatIp(mlag.local),
            remote: formatIp(mlag.remote),
            ...(mlag.keepalive ? { keepalive: formatIp(mlag.keepalive.remote) } : {}),
          },
        }
      : {}),
    spanningTreePriority: device.spanningTree.priority,
    prefixLists: Object.fromEntries(
      device.policies.prefixLists.map(({ name, entries }) => [
        name,
        entries.map(({ prefix, le }) => `${formatPrefix(prefix)}${le === undefined ? '' : ` le ${le}`}`),
      ]),
    ),
  };
}
