import { formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { plainText, secretWord } from '../text.ts';

const clientList = 'SNMP-CLIENTS';

/** Who the switch is, in a comment. */
export function headerViews({ device }: Job) {
  const { name, role, system, platform } = device;
  return [{ text: plainText(`${name}: ${role} of ${system.fabric}, ${platform.vendor} ${platform.model}`) }];
}

/** Host name and resolvers. */
export function identityViews({ device }: Job) {
  const { domain, dns } = device.system;
  return [{ name: device.name, vrf: device.management.vrf, resolvers: dns, domain: domain ?? null }];
}

export function loggingViews({ device }: Job) {
  const { syslog } = device.system;
  return syslog.length === 0 ? [] : [{ hosts: syslog, vrf: device.management.vrf }];
}

export function ntpViews({ device }: Job) {
  const { ntp } = device.system;
  return ntp.length === 0 ? [] : [{ hosts: ntp, vrf: device.management.vrf }];
}

/** EOS is in UTC until told otherwise. */
export function clockViews({ device }: Job) {
  const { timezone } = device.system;
  return timezone === 'UTC' ? [] : [{ timezone }];
}

/** SNMP for reading, in the management VRF alone. */
export function snmpViews({ device, context }: Job) {
  const { snmp } = device.system;
  if (!snmp) return [];
  const { contact, location } = snmp;
  return [
    {
      contact: contact === undefined ? null : plainText(contact),
      location: location === undefined ? null : plainText(location),
      community: secretWord(snmp.community, context.readSecret),
      clients: clientList,
      vrf: device.management.vrf,
    },
  ];
}

export function snmpClientsViews({ device }: Job) {
  const clients = device.system.snmp?.clients ?? [];
  if (!device.system.snmp) return [];
  return [{ name: clientList, entries: clients.map((prefix, index) => ({ sequence: (index + 1) * 10, prefix })) }];
}

/** VRF of the out-of-band network; the default VRF has no route into it, nor it into the default. */
export function managementVrfViews({ device }: Job) {
  return [{ vrf: device.management.vrf }];
}

export function managementRouteViews({ device }: Job) {
  const { vrf, gateway } = device.management;
  if (!gateway) return [];
  const family = gateway.family === 4 ? { keyword: 'ip', all: '0.0.0.0/0' } : { keyword: 'ipv6', all: '::/0' };
  return [{ vrf, ...family, gateway: formatIp(gateway) }];
}
