import { isDeepStrictEqual } from 'node:util';
import type { ReadBgp, ReadInterface } from '../readback/reading.ts';
import type { RenderedFabric } from './rendered-fabric.ts';
import { familyOf, hostOf, isInSubnet } from './subnets.ts';

interface Router {
  readonly name: string;
  readonly bgp: ReadBgp;
  /** `10.0.0.1/31`, of its interfaces, with their VRF. */
  readonly addresses: readonly { readonly vrf: string; readonly address: string }[];
}

const addressesOf = (interfaces: readonly Pick<ReadInterface, 'addresses' | 'vrf'>[]): Router['addresses'] =>
  interfaces.flatMap(({ addresses, vrf = '' }) => addresses.map((address) => ({ vrf, address })));

function routersOf({ switches, servers }: RenderedFabric): Map<string, Router> {
  const routers = new Map<string, Router>();
  for (const { name, reading } of switches.values()) {
    const { bgp, interfaces } = reading;
    if (bgp) routers.set(name, { name, bgp, addresses: addressesOf(Object.values(interfaces)) });
  }
  for (const { name, meanings, bgp } of servers.values()) {
    if (bgp) routers.set(name, { name, bgp, addresses: addressesOf(Object.values(meanings)) });
  }
  return routers;
}

/** The far end of a port or of its subinterface, by the cable plan. */
function acrossPort(
  { cables }: RenderedFabric,
  device: string,
  name: string,
): { device: string; port: string } | undefined {
  const [, port = name, vlan = ''] = /^(.+?)(\.\d+)$/.exec(name) ?? [];
  const long = port.replace(/^Eth(?=\d+$)/, 'Ethernet');
  const cable = cables.find(({ a, z }) =>
    [a, z].some((end) => end.device === device && (end.port === long || end.port === port)),
  );
  const far = cable && (cable.a.device === device ? cable.z : cable.a);
  return far && { device: far.device, port: `${far.port}${vlan}` };
}

/** Addresses from which a router talks to a peer: that on their link, else its loopbacks. */
function sourcesOf({ addresses }: Router, vrf: string, peer: string): string[] {
  const own = addresses.flatMap((one) => (one.vrf === vrf ? one.address : []));
  const onLink = own.filter((address) => isInSubnet(address, peer));
  const chosen = onLink.length > 0 ? onLink : own.filter((address) => /\.\d+\/32$|:.*\/128$/.test(address));
  return chosen.filter((address) => familyOf(address) === familyOf(peer)).map(hostOf);
}

/** In what the two ends of BGP sessions do not agree; sessions with addresses that no device has are `outside`. */
export function sessionComplaints(fabric: RenderedFabric): {
  complaints: string[];
  sessions: number;
  outside: string[];
} {
  const routers = routersOf(fabric);
  const owners = new Map<string, Router>(
    [...routers.values()].flatMap((router) =>
      router.addresses.map(({ vrf, address }) => [`${vrf}|${hostOf(address)}`, router] as const),
    ),
  );
  const complaints: string[] = [];
  const outside: string[] = [];
  let sessions = 0;
  for (const router of routers.values()) {
    for (const [key, session] of Object.entries(router.bgp.neighbors)) {
      const [vrf = '', peer = ''] = key.split('|');
      const isAddress = /^[\d.]+$|^[\da-f:.]*:[\da-f:.]*$/i.test(peer) && !peer.startsWith('fe80');
      const across = isAddress ? undefined : acrossPort(fabric, router.name, peer);
      const far = isAddress ? owners.get(key) : routers.get(across?.device ?? '');
      const place = `${router.name} to ${key}`;
      if (!far) {
        if (isAddress) outside.push(peer);
        else complaints.push(`${place}: nobody there`);
        continue;
      }
      sessions++;
      const back = isAddress
        ? sourcesOf(router, vrf, peer).map((ip) => far.bgp.neighbors[`${vrf}|${ip}`])
        : [far.bgp.neighbors[`${vrf}|${across?.port}`]];
      const found = back.find((one) => one !== undefined);
      if (!found) {
        complaints.push(`${place}: ${far.name} has no session back`);
        continue;
      }
      const parts = ['families', 'bfd', 'addPath'] as const;
      complaints.push(
        ...parts.filter((part) => !isDeepStrictEqual(session[part], found[part])).map((part) => `${place}: ${part}`),
        ...(session.remoteAs === far.bgp.asn ? [] : [`${place}: remote AS`]),
        ...(found.remoteAs === router.bgp.asn ? [] : [`${place}: remote AS of the far end`]),
        ...(session.families.length > 0 ? [] : [`${place}: no family`]),
        ...(session.routeReflectorClient && found.routeReflectorClient ? [`${place}: both reflect`] : []),
      );
    }
  }
  return { complaints, sessions, outside };
}
