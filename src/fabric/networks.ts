import type { Span } from '../diagnostics/span.ts';
import { type Ip, type Prefix, parseIp, parsePrefix } from '../ip/index.ts';
import { type NetworkSection, spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import type { Network, PoolSection, Pools } from './fabric.ts';
import { defaultVrf, isKnownVrf } from './vrfs.ts';

/** Reads a prefix of the file; notes text that is none. */
export function readPrefix(building: Building, where: string, text: string, span: Span): Prefix | undefined {
  const prefix = parsePrefix(text);
  if (!('fault' in prefix)) return prefix;
  building.defects.push({
    kind: 'bad-prefix',
    where,
    text,
    ...(prefix.network === undefined ? {} : { network: prefix.network }),
    span,
  });
  return undefined;
}

/** Reads a pool of one or both families, IPv4 first; a second prefix of a family is noted. */
function readPool(
  building: Building,
  where: string,
  holder: object,
  key: string,
  given: string | readonly string[],
): PoolSection[] {
  const { topology } = building;
  const texts = typeof given === 'string' ? [given] : given;
  const found: PoolSection[] = [];
  for (const [index, text] of texts.entries()) {
    const span = typeof given === 'string' ? spanOf(topology, holder, key) : spanOf(topology, given, index);
    const prefix = readPrefix(building, where, text, span);
    if (!prefix) continue;
    const other = found.find((one) => one.prefix.base.family === prefix.base.family);
    if (other) building.defects.push({ kind: 'second-pool', where, text, first: other.span, span });
    else found.push({ prefix, span });
  }
  return found.sort((a, b) => a.prefix.base.family - b.prefix.base.family);
}

/** Length of a rack's IPv6 subnets: what hosts that make their own addresses need (RFC 4862, RFC 7421). */
const perRackIpv6 = 64;

/** Length of a rack's share of an IPv6 subnet that is stretched over the fabric: room for more servers than a rack has. */
const shareOfStretched = 112;

/** Prefix length of what each rack gets of a pool. */
function perRackOf({ traits }: Building, { base, length }: Prefix, ipv4: number): number {
  if (base.family === 4) return ipv4;
  return traits.subnets === 'fabric' && length >= perRackIpv6 ? shareOfStretched : perRackIpv6;
}

/** Reads an address of the file; notes text that is none. */
export function readAddress(building: Building, where: string, text: string, span: Span): Ip | undefined {
  const ip = parseIp(text);
  if (!ip) building.defects.push({ kind: 'bad-address', where, text, span });
  return ip;
}

/** VRF of a network; none for the default table, and where there is no such VRF. */
function vrfOf(building: Building, section: NetworkSection): string | undefined {
  const { vrf } = section;
  return vrf !== undefined && vrf !== defaultVrf && isKnownVrf(building, vrf, section, 'vrf') ? vrf : undefined;
}

/** Reads the networks; one whose pool is no prefix is left out. */
export function expandNetworks(building: Building): Network[] {
  const { topology } = building;
  for (const [name, section] of Object.entries(topology.data.networks)) {
    const where = `networks.${name}`;
    const pools = readPool(building, `${where}.pool`, section, 'pool', section.pool);
    const dhcpRelay = section.dhcpRelay.flatMap(
      (text, index) =>
        readAddress(building, `${where}.dhcpRelay`, text, spanOf(topology, section.dhcpRelay, index)) ?? [],
    );
    if (pools.length === 0) continue;
    const vrf = vrfOf(building, section);
    building.networks.set(name, {
      name,
      index: building.networks.size,
      ...(section.description === undefined ? {} : { description: section.description }),
      vlan: section.vlan,
      pools: pools.map((pool) => ({ ...pool, perRack: perRackOf(building, pool.prefix, section.perRack) })),
      mtu: section.mtu,
      gateway: section.gateway,
      defaultRoute: section.defaultRoute,
      slaac: section.slaac,
      ...(vrf === undefined ? {} : { vrf }),
      dhcpRelay,
      span: topology.spans.ofKey(topology.data.networks, name),
    });
  }
  return [...building.networks.values()];
}

/** Reads the pools of the fabric itself. */
export function readPools(building: Building): Pools {
  const { addressing } = building.topology.data;
  const read = (name: keyof Pools): PoolSection[] => {
    const given = addressing[name];
    return given === undefined ? [] : readPool(building, `addressing.${name}`, addressing, name, given);
  };
  return {
    loopbacks: read('loopbacks'),
    p2pLinks: read('p2pLinks'),
    hostLoopbacks: read('hostLoopbacks'),
    oob: read('oob'),
  };
}
