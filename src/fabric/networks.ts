import type { Span } from '../diagnostics/span.ts';
import { type Ip, type Prefix, parseIp, parsePrefix } from '../ip/index.ts';
import { spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import type { Network, Pools } from './fabric.ts';

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

function readAddress(building: Building, where: string, text: string, span: Span): Ip | undefined {
  const ip = parseIp(text);
  if (!ip) building.defects.push({ kind: 'bad-address', where, text, span });
  return ip;
}

/** Reads the networks; one whose pool is no prefix is left out. */
export function expandNetworks(building: Building): Network[] {
  const { topology } = building;
  for (const [name, section] of Object.entries(topology.data.networks)) {
    const where = `networks.${name}`;
    const pool = readPrefix(building, `${where}.pool`, section.pool, spanOf(topology, section, 'pool'));
    const dhcpRelay = section.dhcpRelay.flatMap(
      (text, index) =>
        readAddress(building, `${where}.dhcpRelay`, text, spanOf(topology, section.dhcpRelay, index)) ?? [],
    );
    if (!pool) continue;
    building.networks.set(name, {
      name,
      index: building.networks.size,
      ...(section.description === undefined ? {} : { description: section.description }),
      vlan: section.vlan,
      pool,
      perRack: section.perRack,
      mtu: section.mtu,
      gateway: section.gateway,
      defaultRoute: section.defaultRoute,
      dhcpRelay,
      span: topology.spans.ofKey(topology.data.networks, name),
    });
  }
  return [...building.networks.values()];
}

/** Reads the pools of the fabric itself. */
export function readPools(building: Building): Pools {
  const { addressing } = building.topology.data;
  const pools: { -readonly [Key in keyof Pools]: Pools[Key] } = {};
  for (const name of ['loopbacks', 'p2pLinks', 'oob'] as const) {
    const text = addressing[name];
    if (text === undefined) continue;
    const pool = readPrefix(building, `addressing.${name}`, text, spanOf(building.topology, addressing, name));
    if (pool) pools[name] = pool;
  }
  return pools;
}
