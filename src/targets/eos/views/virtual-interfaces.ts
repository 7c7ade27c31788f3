import { describe } from '../description.ts';
import type { Job } from '../job.ts';
import { managementPort, spellInterface } from '../names.ts';
import { stanza } from '../stanza.ts';
import { formatInterfaceAddress } from '../../../ip/index.ts';
import { vlanName } from '../text.ts';
import { layer3Lines } from './layer3.ts';

export function vlanViews({ device }: Job) {
  return device.vlans.map(({ id, name }) => ({ id, name: vlanName(name) }));
}

export function loopbackViews(job: Job) {
  return job.device.interfaces.flatMap((one) => {
    if (one.kind !== 'loopback') return [];
    const description = describe(one, job.context.spellPeer);
    return [
      {
        name: spellInterface(one),
        description,
        mtu: null,
        speed: null,
        body: layer3Lines({ port: false, ...one }, job),
      },
    ];
  });
}

/** The out-of-band port: an address of its own, or DHCP and the gateway that it names. */
export function managementPortViews({ device }: Job) {
  const { vrf, address } = device.management;
  const body = stanza('management-address', { vrf, address: address ? formatInterfaceAddress(address) : null });
  return [{ name: managementPort, description: '', mtu: null, speed: null, body }];
}

export function sviViews(job: Job) {
  return job.device.interfaces.flatMap((one) => {
    if (one.kind !== 'svi') return [];
    const sharedGateway = one.gateways.find(({ type, ip }) => type === 'anycast' && ip.family === 4)?.ip;
    return [
      {
        name: spellInterface(one),
        description: describe(one, job.context.spellPeer),
        mtu: one.mtu,
        speed: null,
        body: layer3Lines({ port: false, ...one, sharedGateway }, job),
      },
    ];
  });
}

/** MAC address of gateways that another switch has as well. */
export function gatewayMacViews({ device }: Job) {
  return device.gatewayMac === undefined ? [] : [{ mac: device.gatewayMac }];
}
