import { isDeepStrictEqual } from 'node:util';
import type { ReadInterface } from '../readback/reading.ts';
import type { Meaning } from '../servers/meaning.ts';
import type { Cable, RenderedFabric, RenderedServer, RenderedSwitch } from './rendered-fabric.ts';
import { speedComplaints } from './switch-ends.ts';
import { familyOf, hostOf, isInSubnet } from './subnets.ts';

/** A routed interface of a VLAN, on some switch. */
interface Gateway extends ReadInterface {
  readonly device: string;
}

const gateways = new WeakMap<RenderedFabric, Map<number, Gateway[]>>();

function gatewaysOf(fabric: RenderedFabric, vlan: number): Gateway[] {
  let byVlan = gateways.get(fabric);
  if (!byVlan) {
    byVlan = new Map();
    for (const { name, reading } of fabric.switches.values()) {
      for (const [interfaceName, found] of Object.entries(reading.interfaces)) {
        const id = Number(/^(?:vlan|irb\.)(\d+)$/i.exec(interfaceName)?.[1]);
        byVlan.set(id, [...(byVlan.get(id) ?? []), { ...found, device: name }]);
      }
    }
    gateways.set(fabric, byVlan);
  }
  return byVlan.get(vlan) ?? [];
}

/** LACP of a switch's port or LAG against the bond of a server. */
function lagComplaints(bond: Meaning['bond'], lacp: string | undefined): string[] {
  const wanted = {
    '802.3ad': `active ${bond?.lacpRate ?? 'slow'}`,
    'balance-xor': 'static',
    'active-backup': undefined,
  };
  const expected = bond && wanted[bond.mode];
  // The one that is passive still answers the other, which is active.
  const isSame = lacp === expected || (bond?.mode === '802.3ad' && lacp === expected?.replace('active', 'passive'));
  return isSame ? [] : [`LACP: ${expected ?? 'none'} against ${lacp ?? 'none'}`];
}

/** Ports of a bond that end in one LAG (of a switch, or of an MLAG pair), and nothing else does. */
function memberComplaints(
  fabric: RenderedFabric,
  server: RenderedServer,
  cable: Cable,
  bond: Meaning['bond'],
): string[] {
  if (!bond || bond.mode === 'active-backup') return [];
  const cables = fabric.cables.filter(({ a }) => a.device === server.name && bond.members.includes(a.port));
  const lags = cables.map(({ z }) => {
    const { interfaces } = fabric.switches.get(z.device)!.reading;
    const lag = interfaces[z.port]?.lag ?? '';
    const members = Object.values(interfaces).filter((one) => one.lag === lag).length;
    return { device: z.device, lag, mlag: interfaces[lag]?.mlag, members };
  });
  const mine = lags.filter(({ device }) => device === cable.z.device);
  const isOne = new Set(lags.map(({ device, lag }) => `${device} ${lag}`)).size === 1;
  const isPair = new Set(lags.map(({ mlag }) => mlag)).size === 1 && lags[0]?.mlag !== undefined;
  return [
    ...(isOne || isPair ? [] : ['more than one LAG']),
    ...(mine.every(({ members }) => members === mine.length) ? [] : ['number of members']),
    ...(cables.length === bond.members.length ? [] : ['members without a cable']),
  ];
}

/** One network of a server against the gateways of its VLAN. */
function networkComplaints(found: readonly Gateway[], vlan: number, one: Meaning, mtu: number): string[] {
  return one.addresses.flatMap((address) => {
    const ends = found.flatMap((gateway) =>
      [...gateway.addresses.map(hostOf), ...gateway.sharedGateways]
        .filter((ip) => isInSubnet(address, ip))
        .map((ip) => ({ ip, mtu: gateway.mtu })),
    );
    if (ends.length === 0) return [`VLAN ${vlan}: ${address} is in no subnet of a gateway`];
    const routes = one.routes.filter(
      (route) => familyOf(route.replace(/^.* via (\S+).*$/, '$1')) === familyOf(address),
    );
    return [
      ...(ends.some(({ ip }) => ip === hostOf(address)) ? [`VLAN ${vlan}: ${address} is that of a gateway`] : []),
      ...(ends.every((end) => end.mtu === mtu) ? [] : [`VLAN ${vlan}: MTU ${mtu} against ${ends[0]!.mtu}`]),
      ...routes.flatMap((route) => {
        const [, via = '', ownMtu] = / via (\S+)(?: mtu (\d+))?$/.exec(route) ?? [];
        const isThere = ends.some(({ ip }) => ip === via);
        return [
          ...(isThere ? [] : [`VLAN ${vlan}: ${route} leads to no gateway`]),
          ...(Number(ownMtu ?? mtu) === mtu ? [] : [`VLAN ${vlan}: MTU of ${route}`]),
        ];
      }),
    ];
  });
}

/** Largest MTU that the files of a server give to what it sends over a port or bond. */
const sentMtu = (carrier: Meaning, vlans: readonly Meaning[]): number =>
  Math.max(0, ...[carrier, ...vlans].map(({ mtu = 0 }) => mtu));

function bridgedComplaints(
  fabric: RenderedFabric,
  leaf: RenderedSwitch,
  end: ReadInterface,
  carrier: Meaning,
  vlans: readonly Meaning[],
): string[] {
  const ids = vlans.map(({ vlan }) => vlan!.id).sort((a, b) => a - b);
  const isUntagged = carrier.addresses.length > 0;
  const sent = sentMtu(carrier, vlans);
  const missing = [...ids, ...(end.native === undefined ? [] : [end.native])].filter(
    (id) => leaf.reading.vlans[id] === undefined,
  );
  // The MTU of the untagged network is that of its routes, where VLANs on the same port need a larger one.
  const [, routeMtu] = / mtu (\d+)$/.exec(carrier.routes[0] ?? '') ?? [];
  return [
    ...(isDeepStrictEqual(end.tagged, ids) ? [] : [`tagged VLANs ${ids.join(' ')} against ${end.tagged.join(' ')}`]),
    ...(isUntagged === (end.native !== undefined) ? [] : ['native VLAN']),
    ...missing.map((id) => `VLAN ${id} is none of the switch`),
    ...(end.mtu === undefined || end.mtu >= sent ? [] : [`MTU ${sent} against ${end.mtu} of the port`]),
    ...vlans.flatMap((one) => networkComplaints(gatewaysOf(fabric, one.vlan!.id), one.vlan!.id, one, one.mtu!)),
    ...(end.native === undefined
      ? []
      : networkComplaints(gatewaysOf(fabric, end.native), end.native, carrier, Number(routeMtu ?? carrier.mtu))),
  ];
}

function routedComplaints(end: ReadInterface, carrier: Meaning): string[] {
  return [
    ...(end.tagged.length > 0 || end.native !== undefined ? ['VLANs of a server that routes'] : []),
    ...(end.mtu === carrier.mtu ? [] : [`MTU ${carrier.mtu} against ${end.mtu}`]),
    // Where a file says nothing, the kernel gives the port one.
    ...(end.linkLocal === (carrier.ipv6 ?? true) ? [] : ['link-local addresses']),
  ];
}

/** In what a server and the switch on a cable do not agree. */
export function serverComplaints(fabric: RenderedFabric, cable: Cable): string[] {
  const server = fabric.servers.get(cable.a.device)!;
  const leaf = fabric.switches.get(cable.z.device)!;
  const nic = server.meanings[cable.a.port];
  const port = leaf.reading.interfaces[cable.z.port];
  const end = port?.lag === undefined ? port : leaf.reading.interfaces[port.lag];
  if (!nic || !end) return ['a port that is not in the files'];
  const [name, carrier] = Object.entries(server.meanings).find(([, one]) =>
    one.bond?.members.includes(cable.a.port),
  ) ?? [cable.a.port, nic];
  const vlans = Object.values(server.meanings).filter((one) => one.vlan?.parent === name);
  return [
    ...speedComplaints(cable, [[leaf, cable.z.port]]),
    ...lagComplaints(carrier.bond, end.lacp),
    ...memberComplaints(fabric, server, cable, carrier.bond),
    ...(server.bgp ? routedComplaints(end, carrier) : bridgedComplaints(fabric, leaf, end, carrier, vlans)),
  ];
}
