import type { Gateway, SviInterface } from '../../../device/device.ts';
import { contains, formatInterfaceAddress, formatIp, networkOf } from '../../../ip/index.ts';
import { describe } from '../description.ts';
import type { Job } from '../job.ts';
import { familyName } from '../layer3.ts';
import { untaggedHeader } from '../mtu.ts';
import { logicalName, nameOf } from '../names.ts';
import { stanza } from '../stanza.ts';
import { vlanName } from '../text.ts';
import { extraLines } from './extra.ts';
import { layer3Lines } from './layer3.ts';

export const svisOf = ({ device }: Job): SviInterface[] =>
  device.interfaces.flatMap((one) => (one.kind === 'svi' ? [one] : []));

export function loopbackViews(job: Job) {
  return job.device.interfaces.flatMap((one) =>
    one.kind === 'loopback'
      ? [
          {
            name: nameOf(one).device,
            description: describe(one, job.context.spellPeer),
            mtu: null,
            body: layer3Lines(one) + extraLines(one.extra ?? []),
          },
        ]
      : [],
  );
}

/** Room for the largest of the units. */
export function irbViews(job: Job) {
  const mtus = svisOf(job).map(({ mtu }) => mtu);
  return mtus.length === 0 ? [] : [{ mtu: Math.max(...mtus) + untaggedHeader }];
}

/** VRRP group of a gateway: one a unit and family, so that one number does. */
const groups = { 4: 'vrrp-group 1', 6: 'vrrp-inet6-group 1' } as const;

/** Link-local address that hosts know an IPv6 gateway by; links do not share it. */
const gatewayLinkLocal = 'fe80::1';

function vrrpLines(one: SviInterface, gateway: Gateway): string {
  const { ip, priority } = gateway;
  const address = one.addresses.find(({ ip: own, length }) => {
    return own.family === ip.family && contains({ base: networkOf(own, length), length }, ip);
  });
  if (!address) throw new Error(`VLAN ${one.vlan} has a gateway outside its subnets`);
  return stanza('vrrp', {
    unit: one.vlan,
    family: familyName[ip.family],
    address: formatInterfaceAddress(address),
    group: groups[ip.family],
    gateway: formatIp(ip),
    linkLocal: ip.family === 6 ? gatewayLinkLocal : null,
    priority,
  });
}

export const sharedGatewaysOf = (one: SviInterface): Gateway[] => one.gateways.filter(({ type }) => type === 'anycast');

export function irbUnitViews(job: Job) {
  return svisOf(job).map((one) => ({
    unit: one.vlan,
    description: describe(one, job.context.spellPeer),
    body:
      layer3Lines(one) +
      sharedGatewaysOf(one)
        .map((gateway) => vrrpLines(one, gateway))
        .join('') +
      extraLines(one.extra ?? []),
  }));
}

export function vlanViews(job: Job) {
  const irbs = new Map(svisOf(job).map((one) => [one.vlan, logicalName(one)]));
  return job.device.vlans.map((vlan) => ({ id: vlan.id, name: vlanName(vlan), irb: irbs.get(vlan.id) ?? null }));
}
