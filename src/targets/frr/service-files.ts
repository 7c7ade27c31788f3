import type { Interface, SwitchDevice } from '../../device/device.ts';
import { formatIp } from '../../ip/index.ts';
import { stanzas } from '../../render/templates.ts';
import type { RenderContext } from '../target.ts';
import { type BoxFile, boxFile } from './box-file.ts';
import { interfaceName, managementPort } from './names.ts';
import { fabricInterfaces } from './fabric-interfaces.ts';
import { safeText } from '../../frr/safe-text.ts';
import { readCommunity } from './secret-words.ts';

const stanza = stanzas('frr');

/** A host's name or address, without anything that would end the word it stands in. */
const hostWord = (text: string): string => safeText(text).replaceAll(' ', '');

/** For net-snmp, to which either kind of quote may begin a string. */
const plainWords = (text: string): string => safeText(text).replaceAll("'", '');

function resolverFile({ name, system }: SwitchDevice): BoxFile[] {
  if (system.dns.length === 0) return [];
  const view = { name, domain: system.domain ? hostWord(system.domain) : null, resolvers: system.dns };
  return [boxFile({ path: 'resolv.conf', content: stanza('resolv', view), target: '/etc/resolv.conf' })];
}

function timeFile({ name, system, management }: SwitchDevice): BoxFile[] {
  if (system.ntp.length === 0) return [];
  const content = stanza('chrony', { name, servers: system.ntp.map(hostWord), vrf: management.vrf });
  return [
    boxFile({
      path: 'chrony.conf',
      content,
      target: '/etc/chrony/chrony.conf',
      command: 'systemctl restart chrony',
      packages: ['chrony'],
      services: ['chrony'],
    }),
  ];
}

function logFile({ name, system, management }: SwitchDevice): BoxFile[] {
  if (system.syslog.length === 0) return [];
  const content = stanza('rsyslog', { name, servers: system.syslog.map(hostWord), vrf: management.vrf });
  return [
    boxFile({
      path: 'rsyslog.conf',
      content,
      target: '/etc/rsyslog.d/60-heddle.conf',
      command: 'systemctl restart rsyslog',
      packages: ['rsyslog'],
      services: ['rsyslog'],
    }),
  ];
}

function lldpFile({ name, management }: SwitchDevice): BoxFile {
  const address = management.address ? formatIp(management.address.ip) : null;
  return boxFile({
    path: 'lldpd.conf',
    content: stanza('lldpd', { name, port: managementPort, address }),
    target: '/etc/lldpd.d/heddle.conf',
    command: 'systemctl restart lldpd',
    packages: ['lldpd'],
    services: ['lldpd'],
  });
}

function snmpFile({ name, system, management }: SwitchDevice, context: RenderContext): BoxFile[] {
  const { snmp } = system;
  if (!snmp) return [];
  const view = {
    name,
    vrf: management.vrf,
    community: readCommunity(context, snmp.community),
    clients: snmp.clients.map((client) => ({
      directive: client.includes(':') ? 'rocommunity6' : 'rocommunity',
      prefix: hostWord(client),
    })),
    location: plainWords(snmp.location ?? ''),
    contact: plainWords(snmp.contact ?? ''),
  };
  return [
    boxFile({
      path: 'snmpd.conf',
      content: stanza('snmpd', view),
      target: '/etc/snmp/snmpd.conf',
      mode: '0600',
      command: 'systemctl restart snmpd',
      packages: ['snmpd'],
      services: ['snmpd'],
    }),
  ];
}

const relays = (one: Interface): readonly string[] => (one.kind === 'svi' ? one.dhcpRelay.map(formatIp) : []);

/** dhcrelay must be told the ports towards the servers too: it drops answers that come in elsewhere. */
function relayFile(device: SwitchDevice): BoxFile[] {
  const networks = device.interfaces.filter((one) => relays(one).length > 0);
  if (networks.length === 0) return [];
  const down = networks.map((one) => `-id ${interfaceName(one)}`);
  const up = fabricInterfaces(device).map((name) => `-iu ${name}`);
  const view = {
    name: device.name,
    servers: [...new Set(networks.flatMap(relays))].join(' '),
    options: [...down, ...up].join(' '),
  };
  return [
    boxFile({
      path: 'isc-dhcp-relay',
      content: stanza('relay', view),
      target: '/etc/default/isc-dhcp-relay',
      command: 'systemctl restart isc-dhcp-relay',
      packages: ['isc-dhcp-relay'],
      services: ['isc-dhcp-relay'],
    }),
  ];
}

/** The files of the services around forwarding, where the model asks for them. */
export function serviceFiles(device: SwitchDevice, context: RenderContext): BoxFile[] {
  return [
    ...resolverFile(device),
    ...timeFile(device),
    ...logFile(device),
    lldpFile(device),
    ...snmpFile(device, context),
    ...relayFile(device),
  ];
}
