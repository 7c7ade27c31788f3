import { spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import { type AnycastService, type ServerNode, isRouted } from './fabric.ts';
import { readAddress } from './networks.ts';

/** Reads the anycast services; addresses that are none are noted and left out. */
export function expandAnycast(building: Building): AnycastService[] {
  const { topology } = building;
  const { anycast } = topology.data;
  return Object.entries(anycast).map(([name, { addresses, roles }]) => ({
    name,
    addresses: addresses.flatMap((text, index) => {
      const span = spanOf(topology, addresses, index);
      const ip = readAddress(building, `anycast.${name}.addresses`, text, span);
      return ip ? [{ ip, span }] : [];
    }),
    roles,
    span: topology.spans.ofKey(anycast, name),
  }));
}

/** The services that a server announces. */
export function servicesOf(services: readonly AnycastService[], server: ServerNode): AnycastService[] {
  return isRouted(server) ? services.filter(({ roles }) => roles.includes(server.role)) : [];
}
