import type {
  BgpGroup,
  BgpNeighbor,
  Interface,
  OspfInterface,
  PortMode,
  SwitchDevice,
} from '../../../src/device/device.ts';
import { formatInterfaceAddress, formatIp, formatPrefix } from '../../../src/ip/index.ts';
import { target } from '../../../src/targets/eos/target.ts';
import type { InterfaceMeaning, Meaning, OspfMeaning, SessionsMeaning } from './meaning.ts';
import { context } from './parts.ts';

const spelled = (community: string) => (community === '65535:0' ? 'GSHUT' : community);
const maybe = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };

function nameOf(one: Interface): string {
  if (one.kind === 'ethernet') return target.spellPort(one.port);
  if (one.kind === 'lag') return `Port-Channel${one.id}`;
  return one.kind === 'svi' ? `Vlan${one.vlan}` : 'Loopback0';
}

function descriptionOf(one: Interface): string {
  const { description } = one;
  if ((one.kind !== 'ethernet' && one.kind !== 'lag') || !one.peer) return description;
  const port = one.kind === 'ethernet' ? ` ${context.spellPeer(one.peer.target, one.peer.port)}` : '';
  return `to ${one.peer.device}${port}${description && ` (${description})`}`;
}

function ospfOf(ospf: OspfInterface): OspfMeaning {
  const { area, cost, authentication } = ospf;
  if (ospf.passive) {
    return { area, active: false, pointToPoint: false, bfd: false, hello: 10, dead: 40, retransmit: 5 };
  }
  return {
    area,
    active: true,
    pointToPoint: ospf.pointToPoint,
    ...maybe('cost', cost),
    bfd: ospf.bfd,
    hello: ospf.helloInterval,
    dead: ospf.deadInterval,
    retransmit: ospf.retransmitInterval,
    ...maybe(
      'key',
      authentication &&
        `${authentication.keyId} ${authentication.algorithm} 0 ${context.readSecret(authentication.key)}`,
    ),
  };
}

function routedOf(
  one: { addresses: readonly Parameters<typeof formatInterfaceAddress>[0][]; ospf?: OspfInterface },
  device: SwitchDevice,
) {
  const { ospf } = one;
  return {
    addresses: one.addresses.map((text, index) => formatInterfaceAddress(text) + (index > 0 ? ' secondary' : '')),
    ...maybe('bfd', ospf?.bfd && !ospf.passive ? device.bfd : undefined),
    ...maybe('ospf', ospf && ospfOf(ospf)),
  };
}

function modeOf(mode: PortMode, mtu: number, device: SwitchDevice) {
  if (mode.type === 'routed') return { mtu, ...routedOf(mode, device) };
  if (mode.type === 'bridged') {
    return {
      addresses: [],
      switchport: { tagged: [...mode.tagged], ...maybe('native', mode.native) },
      ...(mode.edge ? { edge: { ...device.edge.stormControl, bpduGuard: device.edge.bpduGuard } } : {}),
    };
  }
  const bundle = device.interfaces.find((one) => one.kind === 'lag' && one.id === mode.lag);
  if (bundle?.kind !== 'lag' || bundle.protocol.type !== 'lacp') throw new Error('a member without its LAG');
  return { addresses: [], lag: { id: mode.lag, active: bundle.protocol.active, rate: bundle.protocol.rate } };
}

function interfaceOf(one: Interface, device: SwitchDevice): InterfaceMeaning {
  const common = { description: descriptionOf(one), minLinks: 1, helpers: [] };
  switch (one.kind) {
    case 'ethernet':
      return { ...common, ...modeOf(one.mode, one.mtu, device) };
    case 'lag':
      return { ...common, minLinks: one.minLinks, ...modeOf(one.mode, one.mtu, device) };
    case 'loopback':
      return { ...common, ...routedOf(one, device) };
    case 'svi': {
      const shared = one.gateways.find(({ type }) => type === 'anycast');
      return {
        ...common,
        mtu: one.mtu,
        ...routedOf(one, device),
        helpers: one.dhcpRelay.map(formatIp),
        ...maybe('sharedGateway', shared && formatIp(shared.ip)),
      };
    }
    case 'sub':
      throw new Error('a switch has no such interface');
  }
}

function peerOf({ peer }: BgpNeighbor): string {
  if (peer.type === 'port') throw new Error('a session without an address');
  return formatIp(peer.ip);
}

function sessionsOf(one: BgpGroup | BgpNeighbor): SessionsMeaning {
  const group = 'name' in one ? one : undefined;
  const family = one.families.find((carried) => carried.family === 4);
  return {
    ...maybe('remoteAs', group?.remoteAs),
    ...maybe('group', 'group' in one ? one.group : undefined),
    description: one.description,
    ...maybe('source', group?.updateSourceLoopback ? 'Loopback0' : undefined),
    client: group?.routeReflectorClient ?? false,
    nextHopSelf: group?.nextHopSelf ?? false,
    addPath: group?.addPath ?? false,
    communities: group !== undefined,
    active: group !== undefined,
    ...maybe('password', group?.password && context.readSecret(group.password)),
    ...maybe('import', family?.importPolicy),
    ...maybe('export', family?.exportPolicy),
    ...maybe('limit', family?.maximumPrefixes ?? (group && 0)),
  };
}

/** Channels of panel ports that are broken out, whether they have a cable or not. */
function channelsOf(device: SwitchDevice): [string, InterfaceMeaning][] {
  return device.interfaces.flatMap((one) => {
    if (one.kind !== 'ethernet' || one.port.channels === 1) return [];
    return Array.from({ length: one.port.channels }, (_, index): [string, InterfaceMeaning] => [
      target.spellPort({ ...one.port, channel: index + 1 }),
      { description: '', addresses: [], minLinks: 1, helpers: [] },
    ]);
  });
}

function managementPortOf({ management }: SwitchDevice): InterfaceMeaning {
  const addresses = [management.address ? formatInterfaceAddress(management.address) : 'dhcp'];
  return { description: '', minLinks: 1, helpers: [], vrf: management.vrf, addresses };
}

/** What a config of a switch must say, where the switch is not drained. */
export function meaningOf(device: SwitchDevice): Meaning {
  const { system, management, policies, bgp, ospf } = device;
  const { snmp, users } = system;
  const throttle = ospf?.spfThrottle;
  const paces = throttle && `${throttle.initial} ${throttle.hold} ${throttle.maximum}`;
  return {
    hostname: device.name,
    ...maybe('domain', system.domain),
    timezone: system.timezone,
    dns: system.dns,
    ntp: system.ntp,
    syslog: system.syslog,
    users: Object.fromEntries(
      users.map(({ name, role, passwordHash, sshKeys }) => [
        name,
        {
          ...(role === 'admin' ? { role: 'network-admin', privilege: 15 } : { role: 'network-operator', privilege: 1 }),
          hash: passwordHash ?? `$6$locked$${'.'.repeat(86)}`,
          keys: sshKeys,
        },
      ]),
    ),
    removedUsers: users.length > 0 && !users.some(({ name }) => name === 'admin') ? ['admin'] : [],
    authorized: users.length > 0 ? ['exec default local', 'commands all default local'] : [],
    ...maybe(
      'snmp',
      snmp && {
        community: context.readSecret(snmp.community),
        ...maybe('contact', snmp.contact),
        ...maybe('location', snmp.location),
        clients: snmp.clients,
        vrfs: [management.vrf],
      },
    ),
    services: { ssh: ['default', management.vrf], api: [management.vrf] },
    basics: ['service routing protocols model multi-agent', 'lldp run', 'spanning-tree mode mstp', 'ip routing', 'end'],
    ...maybe('managementGateway', management.gateway && formatIp(management.gateway)),
    vlans: Object.fromEntries(device.vlans.map(({ id, name }) => [id, name])),
    ...maybe('gatewayMac', device.gatewayMac),
    interfaces: {
      ...Object.fromEntries(channelsOf(device)),
      ...Object.fromEntries(device.interfaces.map((one) => [nameOf(one), interfaceOf(one, device)])),
      Management1: managementPortOf(device),
    },
    prefixLists: Object.fromEntries(
      policies.prefixLists.map(({ name, entries }) => [
        name,
        entries.map(
          ({ sequence, prefix, le }) => `seq ${sequence} permit ${formatPrefix(prefix)}${le ? ` le ${le}` : ''}`,
        ),
      ]),
    ),
    communityLists: Object.fromEntries(
      policies.communityLists.map(({ name, communities }) => [name, communities.map(spelled)]),
    ),
    policies: policies.policies.flatMap(({ name, steps }) =>
      steps.map((step, index) => ({
        policy: name,
        sequence: step.sequence,
        action: step.action,
        ...maybe('prefixList', step.matchPrefixList),
        ...maybe('communityList', step.matchCommunityList),
        ...maybe('localPreference', step.setLocalPreference),
        add: step.addCommunities.map(spelled),
        ...maybe('next', step.continue ? steps[index + 1]?.sequence : undefined),
      })),
    ),
    ...maybe(
      'bgp',
      bgp && {
        asn: bgp.asn,
        routerId: formatIp(bgp.routerId),
        ...maybe('clusterId', bgp.clusterId && formatIp(bgp.clusterId)),
        paths: [Math.min(600, bgp.maximumPaths), Math.min(600, bgp.maximumPaths)],
        ipv4ByDefault: false,
        sessions: Object.fromEntries([
          ...bgp.groups.map((one) => [one.name, sessionsOf(one)] as const),
          ...bgp.neighbors.map((one) => [peerOf(one), sessionsOf(one)] as const),
        ]),
        networks: bgp.networks.map(formatPrefix),
      },
    ),
    ...maybe(
      'ospf',
      ospf && {
        routerId: formatIp(ospf.routerId),
        referenceBandwidth: ospf.referenceBandwidth,
        paths: Math.min(128, ospf.maximumPaths),
        passiveByDefault: true,
        maxMetric: ospf.maxMetricOnStartup > 0 ? `max-metric router-lsa on-startup ${ospf.maxMetricOnStartup}` : '',
        timers:
          throttle === undefined
            ? []
            : [
                `spf delay initial ${paces}`,
                `lsa rx min interval ${throttle.initial}`,
                `lsa tx delay initial ${paces}`,
              ],
      },
    ),
  };
}
