import { type Family, formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { plainText, secretWord } from '../text.ts';
import { type Tree, keys, settings, under } from '../tree.ts';

const servers = (vrf: string, names: readonly string[]): Tree =>
  names.length === 0 ? {} : { [vrf]: { server: keys(names) } };

/** Time, names and logs, over the management port. */
export function servicesPart({ device }: Job): Tree {
  const { system, management } = device;
  const service = settings({
    ntp: servers(management.vrf, system.ntp),
    dns: servers(management.vrf, system.dns),
    syslog: servers(management.vrf, system.syslog),
  });
  return settings({ service });
}

/** Who may ask, by the key under which NVUE has them: those of IPv6 are apart. */
function communities(community: string, clients: readonly string[], management: Family): Tree {
  const own = management === 6 ? 'readonly-community-v6' : 'readonly-community';
  if (clients.length === 0) return { [own]: { [community]: { access: keys(['any']) } } };
  const of = (family: Family) => clients.filter((client) => client.includes(':') === (family === 6));
  const access = (family: Family): Tree =>
    of(family).length === 0 ? {} : { [community]: { access: keys(of(family)) } };
  return settings({ 'readonly-community': access(4), 'readonly-community-v6': access(6) });
}

/** SNMP answers where the management port has an address of its own, or on all: NVUE has no word for "its address by DHCP". */
export function snmpPart({ device, context }: Job): Tree {
  const { snmp } = device.system;
  if (!snmp) return {};
  const { address, vrf } = device.management;
  const community = secretWord(context, snmp.community, 64, 'an SNMP community');
  return under(
    ['service', 'snmp-server'],
    settings({
      enable: 'on',
      'listening-address': { [address ? formatIp(address.ip) : 'all']: { vrf } },
      ...communities(community, snmp.clients, address?.ip.family ?? 4),
      'system-location': snmp.location === undefined ? undefined : plainText(snmp.location),
      'system-contact': snmp.contact === undefined ? undefined : plainText(snmp.contact),
    }),
  );
}
