import type { Gateway, RouterAdvertisements, SviInterface, SwitchDevice } from '../../../device/device.ts';
import { formatInterfaceAddress, formatPrefix } from '../../../ip/index.ts';
import { type Job, eachInterface, isPeerSvi, routedPart } from '../job.ts';
import { type Tree, keys, onOff, settings, under } from '../tree.ts';

/** Addresses and VRFs. */
export function addressesPart(job: Job): Tree {
  return eachInterface(job, ({ one }) => {
    if (isPeerSvi(one, job.device)) return undefined;
    const { addresses = [], vrf } = routedPart(one);
    return settings({ ip: settings({ address: keys(addresses.map(formatInterfaceAddress)), vrf }) });
  });
}

/** Milliseconds between the advertisements by which the two ends of a link find one another, as FRR has it. */
const linkInterval = 10_000;

/** Links that have link-local addresses alone: each end is found by its router advertisements. */
export function linkLocalPart(job: Job): Tree {
  return eachInterface(job, ({ one }) =>
    routedPart(one).linkLocal
      ? {
          ip: {
            ipv6: { enable: 'on' },
            'neighbor-discovery': { 'router-advertisement': { enable: 'on', interval: linkInterval } },
          },
        }
      : undefined,
  );
}

function sharedAddress({ ip }: Gateway, { addresses, vlan }: SviInterface): string {
  const own = addresses.find((address) => address.ip.family === ip.family);
  if (!own) throw new Error(`VLAN ${vlan} has a gateway of two switches, but no address of its own beside it`);
  return formatInterfaceAddress({ ip, length: own.length });
}

function vrrTree(one: SviInterface, { gatewayMac }: SwitchDevice): Tree | undefined {
  const shared = one.gateways.filter(({ type }) => type === 'anycast');
  if (shared.length === 0) return undefined;
  return under(
    ['ip', 'vrr'],
    settings({
      enable: 'on',
      address: keys(shared.map((gateway) => sharedAddress(gateway, one))),
      'mac-address': gatewayMac,
      state: keys(['up']),
    }),
  );
}

/** Gateways for which both switches of a pair answer (VRR): active on both, with one MAC address. */
export function sharedGatewaysPart(job: Job): Tree {
  const interfaces = eachInterface(job, ({ one }) => (one.kind === 'svi' ? vrrTree(one, job.device) : undefined));
  return Object.keys(interfaces).length === 0 ? {} : { ...interfaces, router: { vrr: { enable: 'on' } } };
}

function advertisementsTree({ lifetime, prefixes }: RouterAdvertisements): Tree {
  return settings({
    'router-advertisement': { enable: 'on', lifetime },
    prefix: Object.fromEntries(
      prefixes.map(({ prefix, autonomous }) => [formatPrefix(prefix), { autoconfig: onOff(autonomous) }]),
    ),
  });
}

/** Router advertisements to hosts. */
export function routerAdvertisementsPart(job: Job): Tree {
  return eachInterface(job, ({ one }) =>
    one.kind === 'svi' && one.routerAdvertisements
      ? under(['ip', 'neighbor-discovery'], advertisementsTree(one.routerAdvertisements))
      : undefined,
  );
}
