import { formatIp, formatPrefix } from '../../../ip/index.ts';
import { families } from '../layer3.ts';
import { type Job, scopeOf } from '../job.ts';
import { logicalName } from '../names.ts';
import { sharedGatewaysOf, svisOf } from './virtual-interfaces.ts';

/** DHCP relays, one for each VLAN and family of servers. */
export function dhcpRelayViews(job: Job) {
  return svisOf(job).flatMap((one) =>
    families.flatMap((family) => {
      const servers = one.dhcpRelay.filter((ip) => ip.family === family).map(formatIp);
      if (servers.length === 0) return [];
      return [
        {
          scope: scopeOf(one.vrf),
          family: family === 6 ? 'dhcpv6 ' : '',
          name: `VLAN-${one.vlan}`,
          servers,
          interface: logicalName(one),
        },
      ];
    }),
  );
}

/**
 * Router advertisements to hosts, for interfaces of all routing instances in one place; of a shared gateway they are
 * sent by the one that leads, from its address.
 */
export function routerAdvertisementViews(job: Job) {
  return svisOf(job).flatMap((one) => {
    const { routerAdvertisements } = one;
    if (!routerAdvertisements) return [];
    return [
      {
        path: `protocols router-advertisement interface ${logicalName(one)}`,
        lifetime: routerAdvertisements.lifetime,
        virtualRouterOnly: sharedGatewaysOf(one).some(({ ip }) => ip.family === 6),
        prefixes: routerAdvertisements.prefixes.map(({ prefix, autonomous }) => ({
          text: formatPrefix(prefix),
          autonomous,
        })),
      },
    ];
  });
}
