import type { User } from '../../../device/device.ts';
import { formatIp, formatInterfaceAddress } from '../../../ip/index.ts';
import { familyName } from '../layer3.ts';
import type { Job } from '../job.ts';
import { managementInstance, managementPort } from '../names.ts';
import { plainText, secretText } from '../text.ts';

/** Host name, resolvers and remote access. */
export function systemViews({ device }: Job) {
  const { domain, timezone, dns } = device.system;
  return [{ name: device.name, domain: domain ?? null, timezone, resolvers: dns, instance: managementInstance }];
}

/** A hash in the form of SHA-512 crypt that no password is known to have: such an account is entered by key alone. */
const lockedHash = `$6$locked$${'.'.repeat(86)}`;

const classes = { admin: 'super-user', operator: 'read-only' } as const;

/** Statement for a public key by its algorithm; the last is RSA's as well. */
const keyStatements: readonly (readonly [algorithm: RegExp, statement: string])[] = [
  [/^ssh-ed25519 /, 'ssh-ed25519'],
  [/^ecdsa-sha2-/, 'ssh-ecdsa'],
  [/^ssh-rsa /, 'ssh-rsa'],
];

/** Statement that takes a public key; undefined where Junos has none for its algorithm. */
export const keyStatement = (key: string): string | undefined =>
  keyStatements.find(([algorithm]) => algorithm.test(key))?.[1];

function accountView({ name, role, passwordHash, sshKeys }: User) {
  return {
    name,
    class: classes[role],
    passwordHash: passwordHash ?? null,
    keys: sshKeys.map((key) => ({ kind: keyStatement(key) ?? 'ssh-rsa', text: plainText(key, key.length) })),
  };
}

/** Local accounts. Without any root's stays as it is, so that a new switch can be entered over its console. */
export function loginViews({ device }: Job) {
  const { users } = device.system;
  return users.length === 0 ? [] : [{ lockedHash, accounts: users.map(accountView) }];
}

export function syslogViews({ device }: Job) {
  const { syslog } = device.system;
  return syslog.length === 0 ? [] : [{ hosts: syslog, instance: managementInstance }];
}

export function ntpViews({ device }: Job) {
  const { ntp } = device.system;
  return ntp.length === 0 ? [] : [{ hosts: ntp, instance: managementInstance }];
}

/** SNMP for reading, in the management instance alone. */
export function snmpViews({ device, context }: Job) {
  const { snmp } = device.system;
  if (!snmp) return [];
  const { contact, location, clients } = snmp;
  return [
    {
      contact: contact === undefined ? null : plainText(contact),
      location: location === undefined ? null : plainText(location),
      community: secretText(snmp.community, context.readSecret),
      clients,
      instance: managementInstance,
    },
  ];
}

/** The out-of-band port: an address of its own, or DHCP and the gateway that it names. */
export function managementViews({ device }: Job) {
  const { address } = device.management;
  return [
    {
      port: managementPort,
      family: familyName[address?.ip.family ?? 4],
      address: address ? formatInterfaceAddress(address) : null,
    },
  ];
}

export function managementRouteViews({ device }: Job) {
  const { gateway } = device.management;
  if (!gateway) return [];
  const isIpv6 = gateway.family === 6;
  return [
    {
      instance: managementInstance,
      rib: isIpv6 ? `${managementInstance}.inet6.0` : null,
      prefix: isIpv6 ? '::/0' : '0.0.0.0/0',
      gateway: formatIp(gateway),
    },
  ];
}
