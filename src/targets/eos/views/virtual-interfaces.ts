import { formatInterfaceAddress } from '../../../ip/index.ts';
import { describe } from '../description.ts';
import { interfaceExtra } from '../extra.ts';
import type { Job } from '../job.ts';
import { managementPort, spellInterface } from '../names.ts';
import { stanza } from '../stanza.ts';
import { vlanName } from '../text.ts';
import { layer3Lines } from './layer3.ts';
import { peerTrunkGroup } from './mlag.ts';

export function vlanViews({ device }: Job) {
  return device.vlans.map(({ id, name }) => ({
    id,
    name: vlanName(name),
    trunkGroup: id === device.mlag?.vlan ? peerTrunkGroup : null,
  }));
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
        body: layer3Lines({ port: false, loopback: true, ...one }, job) + interfaceExtra(one),
      },
    ];
  });
}

/** The out-of-band port: an address of its own, or DHCP and the gateway that it names. */
export function managementPortViews({ device }: Job) {
  const { vrf, address } = device.management;
  const body = stanza('management-address', {
    vrf,
    keyword: address?.ip.family === 6 ? 'ipv6' : 'ip',
    address: address ? formatInterfaceAddress(address) : null,
  });
  return [{ name: managementPort, description: '', mtu: null, speed: null, body }];
}

export function sviViews(job: Job) {
  return job.device.interfaces.flatMap((one) => {
    if (one.kind !== 'svi') return [];
    // Without it the switch would lose its MLAG peer for want of a port of the VLAN that is up.
    const up = one.vlan === job.device.mlag?.vlan ? stanza('always-up', {}) : '';
    return [
      {
        name: spellInterface(one),
        description: describe(one, job.context.spellPeer),
        mtu: one.mtu,
        speed: null,
        body: up + layer3Lines({ port: false, ...one }, job) + interfaceExtra(one),
      },
    ];
  });
}

/** MAC address of gateways that another switch has as well. */
export function gatewayMacViews({ device }: Job) {
  return device.gatewayMac === undefined ? [] : [{ mac: device.gatewayMac }];
}
