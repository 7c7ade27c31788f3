import { type Prefix, everything, formatIp, formatPrefix } from '../../../ip/index.ts';
import type { Instance, Job } from '../job.ts';
import { families, layer3Of } from '../layer3.ts';
import { logicalName } from '../names.ts';

/** VRFs without MPLS are virtual routers: no route distinguisher, no route targets. */
export function vrfViews({ device }: Job) {
  return device.vrfs.map(({ name }) => ({
    name,
    interfaces: device.interfaces.flatMap((one) => (layer3Of(one).vrf === name ? [logicalName(one)] : [])),
  }));
}

/** Router id, for all protocols of an instance, and the number of the autonomous system. */
export function routerViews({ device, instances }: Job) {
  const { bgp } = device;
  const routerId = bgp?.routerId ?? device.ospf?.routerId ?? device.ospf3?.routerId;
  if (!routerId) return [];
  return instances
    .filter((one) => one.vrf === undefined || one.bgp)
    .map(({ scope }) => ({ scope, routerId: formatIp(routerId), asn: bgp?.asn ?? null }));
}

/** Without such a policy only one of several next hops is put into the forwarding table. */
export function loadBalancingViews({ device }: Job) {
  return device.bgp || device.ospf || device.ospf3 ? [{ name: 'LOAD-BALANCE' }] : [];
}

/** Routing table of IPv6 routes of an instance, where statements need it; nothing for those of IPv4. */
const ribOf = ({ vrf }: Instance, { base }: Prefix): string =>
  base.family === 6 ? `rib ${vrf === undefined ? '' : `${vrf}.`}inet6.0 ` : '';

export function aggregateViews({ instances }: Job) {
  return instances.flatMap((one) =>
    (one.bgp?.aggregates ?? []).map((prefix) => ({
      scope: one.scope,
      rib: ribOf(one, prefix),
      prefix: formatPrefix(prefix),
    })),
  );
}

/** Worse than that of BGP (170): the route is there for those that are told of it, and used where there is no better. */
const lastPreference = 200;

export const defaultRoutes: Readonly<Record<4 | 6, Prefix>> = {
  4: everything(4),
  6: everything(6),
};

/** Default routes for groups that announce one whether the switch has one or not. */
export function defaultRouteViews({ device, instances }: Job) {
  const originating = new Map(
    device.bgp?.groups.map((group) => [
      group.name,
      group.families.filter((one) => one.defaultOriginate).map(({ family }) => family),
    ]),
  );
  return instances.flatMap((one) => {
    const wanted = new Set(
      (one.bgp?.neighbors ?? []).flatMap((neighbor) => [
        ...(originating.get(neighbor.group) ?? []),
        ...neighbor.families.filter(({ defaultOriginate }) => defaultOriginate).map(({ family }) => family),
      ]),
    );
    return families
      .filter((family) => wanted.has(family))
      .map((family) => ({
        scope: one.scope,
        rib: ribOf(one, defaultRoutes[family]),
        prefix: formatPrefix(defaultRoutes[family]),
        preference: lastPreference,
      }));
  });
}
