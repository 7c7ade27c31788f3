import {
  address,
  choice,
  clientPattern,
  domainPattern,
  hostPattern,
  line,
  list,
  object,
  secret,
  sshKeyPattern,
  timezonePattern,
} from './common.ts';

const host = (description: string) => ({ type: 'string', pattern: hostPattern, maxLength: 253, description });

const user = object(
  'User',
  'A local account on every switch.',
  {
    name: { type: 'string', pattern: '^[a-z_][a-z0-9_-]{0,31}$', description: 'Login name.' },
    role: choice('admin may configure, operator may look.', ['admin', 'operator'], 'admin'),
    passwordHash: {
      type: 'string',
      pattern: '^\\$6\\$[./0-9A-Za-z$=]+$',
      maxLength: 160,
      description: 'SHA-512 crypt hash, as `openssl passwd -6` prints it. Plain passwords are not accepted.',
    },
    sshKeys: list(
      {
        type: 'string',
        pattern: sshKeyPattern,
        maxLength: 4096,
        description: 'A public key as in authorized_keys, without options.',
      },
      'Public keys for SSH.',
      { default: [] },
    ),
  },
  ['name'],
);

const snmp = object(
  'Snmp',
  'Read-only SNMP. Without it no SNMP is configured.',
  {
    community: secret('SNMPv2c community for reading.'),
    location: line('sysLocation.'),
    contact: line('sysContact.'),
    clients: list(
      { type: 'string', pattern: clientPattern, maxLength: 43, description: 'A prefix.' },
      'Prefixes that may ask.',
      { minItems: 1 },
    ),
  },
  ['community', 'clients'],
);

export const system = {
  ...object('SystemSection', 'Settings that all switches share.', {
    domain: {
      type: 'string',
      pattern: domainPattern,
      maxLength: 253,
      description: 'DNS domain of the devices.',
    },
    timezone: {
      type: 'string',
      pattern: timezonePattern,
      maxLength: 64,
      description: 'Time zone name (IANA).',
      default: 'UTC',
    },
    ntp: list(host('Host name or address.'), 'NTP servers.', { default: [] }),
    dns: list(address('Address.'), 'DNS resolvers.', { default: [] }),
    syslog: list(host('Host name or address.'), 'Syslog servers.', { default: [] }),
    users: list(user, 'Local accounts.', { default: [] }),
    snmp,
  }),
  default: {},
};
