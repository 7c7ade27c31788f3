import { parsePrefix } from '../../../ip/index.ts';
import { ownPieces } from '../../../render/own-pieces.ts';
import type { Job } from '../job.ts';
import { managementVrf as vrf } from '../names.ts';
import { plainText, secretWord } from '../text.ts';
import { usedFeatures } from '../used-features.ts';

/** One for each family: clients of a family without a list could all ask. */
const clientLists = { 4: 'SNMP-CLIENTS', 6: 'SNMP-CLIENTS-V6' } as const;

/** Longest SNMP community. */
const longestCommunity = 32;

/** Who the switch is, in a comment. */
export function headerViews({ device }: Job) {
  const { name, role, system, platform } = device;
  const own = ownPieces(device, ['nxos']);
  return [
    { text: plainText(`${name}: ${role} of ${system.fabric}, ${platform.vendor} ${platform.model}`, 240) },
    ...(own === '' ? [] : [{ text: own }]),
  ];
}

export function featureViews(job: Job) {
  return [{ features: usedFeatures(job) }];
}

/** Host name and resolvers. */
export function identityViews({ device }: Job) {
  const { domain, dns } = device.system;
  return [{ name: device.name, vrf, resolvers: dns, domain: domain ?? null }];
}

export function loggingViews({ device }: Job) {
  const { syslog } = device.system;
  return syslog.length === 0 ? [] : [{ hosts: syslog, vrf }];
}

export function ntpViews({ device }: Job) {
  const { ntp } = device.system;
  return ntp.length === 0 ? [] : [{ hosts: ntp, vrf }];
}

/** NX-OS knows offsets from UTC, not names of time zones and their rules: the clock stays in UTC, and a comment says so. */
export function clockViews({ device }: Job) {
  const { timezone } = device.system;
  return timezone === 'UTC' ? [] : [{ timezone: plainText(timezone) }];
}

/** SNMP for reading. */
export function snmpViews({ device, context }: Job) {
  const { snmp } = device.system;
  if (!snmp) return [];
  const { contact, location } = snmp;
  return [
    {
      contact: contact === undefined ? null : plainText(contact),
      location: location === undefined ? null : plainText(location),
      community: secretWord(snmp.community, context.readSecret, longestCommunity),
      clients: clientLists,
    },
  ];
}

export function snmpClientsViews({ device }: Job) {
  const { snmp } = device.system;
  if (!snmp) return [];
  return ([4, 6] as const).map((family) => ({
    name: clientLists[family],
    protocol: family === 4 ? 'ip' : 'ipv6',
    clients: snmp.clients
      .filter((text) => {
        const prefix = parsePrefix(text);
        return 'base' in prefix && prefix.base.family === family;
      })
      .map((prefix, index) => ({ sequence: (index + 1) * 10, prefix })),
  }));
}
