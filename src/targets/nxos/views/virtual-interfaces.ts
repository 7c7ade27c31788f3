import type { Interface } from '../../../device/device.ts';
import { formatInterfaceAddress } from '../../../ip/index.ts';
import { describe } from '../description.ts';
import type { Job } from '../job.ts';
import { layer3Of } from '../layer3-interfaces.ts';
import { managementPort, managementVrf, spellInterface } from '../names.ts';
import { stanza } from '../stanza.ts';
import { extraLines } from './extra.ts';
import { layer3Lines } from './layer3.ts';

function view(one: Interface, mtu: number | null, common: string, job: Job) {
  const layer3 = layer3Of(one);
  return {
    name: spellInterface(one),
    description: describe(one, job.context.spellPeer),
    common,
    mtu,
    speed: null,
    body: layer3 ? layer3Lines(layer3, job) : '',
    extra: extraLines(one.extra, '  '),
  };
}

export function loopbackViews(job: Job) {
  return job.device.interfaces.flatMap((one) => (one.kind === 'loopback' ? [view(one, null, '', job)] : []));
}

export function sviViews(job: Job) {
  return job.device.interfaces.flatMap((one) => (one.kind === 'svi' ? [view(one, one.mtu, '', job)] : []));
}

/** VLANs on routed ports. */
export function subInterfaceViews(job: Job) {
  return job.device.interfaces.flatMap((one) =>
    one.kind === 'sub' ? [view(one, one.mtu, stanza('encapsulation', { vlan: one.vlan }), job)] : [],
  );
}

/** The out-of-band port: an address of its own, or DHCP. */
export function managementPortViews({ device }: Job) {
  const { address } = device.management;
  const body = stanza('management-address', {
    vrf: managementVrf,
    protocol: address?.ip.family === 6 ? 'ipv6' : 'ip',
    address: address ? formatInterfaceAddress(address) : 'dhcp',
  });
  return [{ name: managementPort, description: '', common: '', mtu: null, speed: null, body, extra: '' }];
}
