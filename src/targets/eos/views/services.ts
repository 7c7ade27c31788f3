import { formatIp } from '../../../ip/index.ts';
import { ownPieces } from '../../../render/own-pieces.ts';
import type { Job } from '../job.ts';
import { plainText, secretWord } from '../text.ts';

const clientList = 'SNMP-CLIENTS';
const clientList6 = `${clientList}-V6`;

const isIpv6 = (prefix: string): boolean => prefix.includes(':');

/** Who the switch is, in a comment. */
export function headerViews({ device }: Job) {
  const { name, role, system, platform } = device;
  const own = ownPieces(device, ['eos']);
  return [
    { text: plainText(`${name}: ${role} of ${system.fabric}, ${platform.vendor} ${platform.model}`) },
    ...(own === '' ? [] : [{ text: own }]),
  ];
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
      clients6: snmp.clients.some(isIpv6) ? clientList6 : null,
      vrf: device.management.vrf,
    },
  ];
}

const permits = (prefixes: readonly string[]) => prefixes.map((prefix) => `permit ${prefix}`);

const clientsView = (keyword: string, name: string, entries: readonly string[]) => ({
  keyword,
  name,
  entries: entries.map((entry, index) => ({ sequence: (index + 1) * 10, entry })),
});

/** Prefixes that may ask: a list for IPv4, and one for IPv6 where there are such. */
export function snmpClientsViews({ device }: Job) {
  const { snmp } = device.system;
  if (!snmp) return [];
  const ipv4 = snmp.clients.filter((text) => !isIpv6(text));
  const ipv6 = snmp.clients.filter(isIpv6);
  return [
    clientsView('ip', clientList, ipv4.length === 0 && ipv6.length > 0 ? ['deny any'] : permits(ipv4)),
    ...(ipv6.length === 0 ? [] : [clientsView('ipv6', clientList6, permits(ipv6))]),
  ];
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
