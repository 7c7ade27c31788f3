import { closed, each, empty, one, text, onOff, v4, v6, ipKey, hostKey, vrf } from './words.ts';

export const aaa = closed({
  class: each(
    '^(nvapply|nvshow|sudo)$',
    closed({
      action: one('allow', 'deny'),
      'command-path': each('^/', closed({ permission: one('all', 'ro', 'act') })),
    }),
  ),
  role: each('^(nvue-admin|nvue-monitor|system-admin)$', closed({ class: each('^(nvapply|nvshow|sudo)$', empty) })),
  user: each(
    '^[a-z_][a-z0-9_-]*$',
    closed(
      {
        role: one('system-admin', 'nvue-admin', 'nvue-monitor'),
        'hashed-password': { type: 'string', pattern: '^[$]6[$]' },
        ssh: closed({
          'authorized-key': each(
            '^[a-z0-9]+$',
            closed(
              {
                key: { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,3}$' },
                type: one(
                  'ecdsa-sha2-nistp256',
                  'ecdsa-sha2-nistp384',
                  'ecdsa-sha2-nistp521',
                  'ssh-ed25519',
                  'ssh-dss',
                  'ssh-rsa',
                ),
              },
              ['key', 'type'],
            ),
          ),
        }),
      },
      ['role'],
    ),
  ),
});

export const service = closed({
  ntp: each('^mgmt$', closed({ server: each(hostKey, empty) })),
  dns: each('^mgmt$', closed({ server: each(ipKey, empty) })),
  syslog: each('^mgmt$', closed({ server: each(hostKey, empty) })),
  'snmp-server': closed(
    {
      enable: onOff,
      'listening-address': each(`^(${v4}|${v6}|all)$`, closed({ vrf })),
      'readonly-community': each('^[!-~]+$', closed({ access: each(`^(any|${v4}(/[0-9]{1,2})?)$`, empty) })),
      'readonly-community-v6': each('^[!-~]+$', closed({ access: each(`^(any|${v6}(/[0-9]{1,3})?)$`, empty) })),
      'system-location': text,
      'system-contact': text,
    },
    ['enable', 'listening-address'],
  ),
  'dhcp-relay': each(
    '^[A-Za-z0-9][A-Za-z0-9_-]*$',
    closed({ interface: each('^[a-z0-9.]+$', empty), server: each(`^${v4}$`, empty) }, ['interface', 'server']),
  ),
});
