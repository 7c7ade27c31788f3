import type { SwitchDevice } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { safeText } from '../../../frr/safe-text.ts';
import { formatIp } from '../../../ip/index.ts';
import type { ReadSecret } from '../../target.ts';
import { managementVrf } from '../names.ts';
import { type Tables, tableOf } from './tables.ts';

const longestCommunity = 32;

function readCommunity({ community }: NonNullable<SwitchDevice['system']['snmp']>, readSecret: ReadSecret): string {
  const value = readSecret(community, longestCommunity);
  // As sonic-snmp.yang has it; `|` parts the keys of CONFIG_DB.
  if (/^[!-~]{4,32}$/.test(value) && !/[@,\\'"|]/.test(value)) return value;
  throw new ExpectedError(`the value of ${community.name} cannot be an SNMP community of SONiC`, {
    hint: `It takes 4 to ${longestCommunity} visible ASCII characters without @ , \\ | and quotes.`,
  });
}

function snmpTables({ system, management }: SwitchDevice, readSecret: ReadSecret): Tables {
  const { snmp } = system;
  if (!snmp) return {};
  const location = safeText(snmp.location ?? '');
  const contact = safeText(snmp.contact ?? '');
  const agent = management.address && `${formatIp(management.address.ip)}|161|${managementVrf}`;
  return {
    SNMP: {
      ...(location === '' ? {} : { LOCATION: { Location: location } }),
      ...(contact === '' ? {} : { CONTACT: { Contact: contact } }),
    },
    SNMP_COMMUNITY: { [readCommunity(snmp, readSecret)]: { TYPE: 'RO' } },
    SNMP_AGENT_ADDRESS_CONFIG: agent === undefined ? {} : { [agent]: {} },
  };
}

/** What the switch asks others, over its out-of-band port. LLDP is on by itself. */
export function serviceTables(device: SwitchDevice, readSecret: ReadSecret): Tables {
  const { ntp, syslog, dns } = device.system;
  return {
    NTP: { global: { vrf: managementVrf } },
    NTP_SERVER: tableOf(ntp.map((server) => [server, { association_type: 'server', iburst: 'on' }])),
    SYSLOG_SERVER: tableOf(syslog.map((server) => [server, { vrf: managementVrf }])),
    DNS_NAMESERVER: tableOf(dns.map((server) => [server, {}])),
    ...snmpTables(device, readSecret),
  };
}
