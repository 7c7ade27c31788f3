/*
 * The keys of NVUE's object model that heddle may write, with their values, as NVIDIA documents them: the NVUE command
 * reference (`nv set ...`, with ranges as `nv list-commands` prints them) and the /etc/nvue.d/startup.yaml of the
 * configuration examples. Every object is closed: a key that is not here fails.
 */

type Schema = Readonly<Record<string, unknown>>;

const closed = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** Keys by a pattern, each with such a value. */
const each = (pattern: string, value: Schema): Schema => ({
  type: 'object',
  patternProperties: { [pattern]: value },
  additionalProperties: false,
  minProperties: 1,
});

const empty: Schema = { type: 'object', maxProperties: 0 };
const one = (...values: (string | number)[]): Schema => ({ enum: values });
const between = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
const text: Schema = { type: 'string', pattern: '^[ -~]+$', maxLength: 255 };
const word: Schema = { type: 'string', pattern: '^[!-~]+$' };
const onOff = one('on', 'off');

const v4 = '[0-9]{1,3}([.][0-9]{1,3}){3}';
const v6 = '[0-9a-f:]*:[0-9a-f:.]*';
const ip: Schema = { type: 'string', pattern: `^(${v4}|${v6})$` };
const ipv4: Schema = { type: 'string', pattern: `^${v4}$` };
const ipKey = `^(${v4}|${v6})$`;
const prefixKey = `^(${v4}|${v6})/[0-9]{1,3}$`;
const hostKey = '^[A-Za-z0-9:][A-Za-z0-9.:-]*$';
const mac: Schema = { type: 'string', pattern: '^([0-9a-f]{2}:){5}[0-9a-f]{2}$' };
const vlanKey = '^[1-9][0-9]{0,3}$';
const vlan = between(1, 4094);
const vrf: Schema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$' };
/** "Route map and prefix list names must start with a letter and can contain letters, digits, underscores and dashes." */
const nameKey = '^[A-Za-z][A-Za-z0-9_-]*$';
const name: Schema = { type: 'string', pattern: nameKey };
const sequenceKey = '^[1-9][0-9]*$';
const portKey = '^(swp[0-9]+(s[0-7])?)$';

const aaa = closed({
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

const service = closed({
  ntp: each('^mgmt$', closed({ server: each(hostKey, empty) })),
  dns: each('^mgmt$', closed({ server: each(ipKey, empty) })),
  syslog: each('^mgmt$', closed({ server: each(hostKey, empty) })),
  'snmp-server': closed(
    {
      enable: onOff,
      'listening-address': each(`^(${v4}|${v6}|all)$`, closed({ vrf })),
      'readonly-community': each('^[!-~]+$', closed({ access: each(`^(any|(${v4}|${v6})(/[0-9]{1,3})?)$`, empty) })),
      'system-location': text,
      'system-contact': text,
    },
    ['enable', 'listening-address', 'readonly-community'],
  ),
  'dhcp-relay': each(
    '^[A-Za-z0-9][A-Za-z0-9_-]*$',
    closed({ interface: each('^[a-z0-9.]+$', empty), server: each(`^${v4}$`, empty) }, ['interface', 'server']),
  ),
});

const interfaceIp = closed({
  address: { oneOf: [each(prefixKey, empty), each('^dhcp$', empty)] },
  gateway: each(ipKey, empty),
  vrf,
  ipv6: closed({ enable: onOff }),
  'neighbor-discovery': closed({
    'router-advertisement': closed({
      enable: onOff,
      interval: between(70, 1_800_000),
      lifetime: between(0, 9000),
    }),
    prefix: each(prefixKey, closed({ autoconfig: onOff })),
  }),
  vrr: closed(
    { address: each(prefixKey, empty), enable: onOff, 'mac-address': mac, state: closed({ up: empty }, ['up']) },
    ['address', 'enable', 'state'],
  ),
});

const interfaceOspf = closed(
  {
    area: ipv4,
    authentication: closed(
      { enable: onOff, 'md5-key': { ...word, maxLength: 16 }, 'message-digest-key': between(1, 255) },
      ['enable', 'md5-key', 'message-digest-key'],
    ),
    bfd: closed({
      enable: onOff,
      'detect-multiplier': between(2, 255),
      'min-receive-interval': between(50, 60_000),
      'min-transmit-interval': between(50, 60_000),
    }),
    cost: between(1, 65_535),
    enable: onOff,
    'network-type': one('broadcast', 'point-to-point'),
    passive: onOff,
    timers: closed({
      'dead-interval': between(1, 65_535),
      'hello-interval': between(1, 65_535),
      'retransmit-interval': between(1, 65_535),
    }),
  },
  ['area', 'enable'],
);

const interfaceBridge = closed({
  domain: closed({
    br_default: closed({
      access: vlan,
      untagged: { anyOf: [vlan, one('none')] },
      vlan: each(vlanKey, empty),
      stp: closed({ 'admin-edge': onOff, 'bpdu-guard': onOff, restrrole: onOff }),
    }),
  }),
});

const link = closed({
  breakout: each('^[248]x$', empty),
  mtu: between(552, 9216),
  speed: one('1G', '10G', '25G', '40G', '50G', '100G', '200G', '400G', '800G'),
});

const anyInterface = { description: text, ip: interfaceIp, router: closed({ ospf: interfaceOspf }) };
const pps = between(1, 4_294_967_295);

const interfaceSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  patternProperties: {
    '^eth0$': closed({ ip: interfaceIp, type: one('eth') }, ['ip', 'type']),
    '^lo$': closed({ ...anyInterface, type: one('loopback') }, ['type']),
    [portKey]: closed(
      {
        ...anyInterface,
        bridge: interfaceBridge,
        link,
        'storm-control': closed({ broadcast: pps, multicast: pps, 'unknown-unicast': pps }),
        type: one('swp'),
      },
      ['type'],
    ),
    '^(bond[0-9]+|peerlink)$': closed(
      {
        ...anyInterface,
        bond: closed(
          {
            'lacp-bypass': onOff,
            'lacp-rate': one('fast', 'slow'),
            member: each(portKey, empty),
            mlag: closed({ enable: onOff, id: between(1, 65_535) }, ['enable', 'id']),
            mode: one('lacp', 'static'),
          },
          ['member', 'mode'],
        ),
        bridge: interfaceBridge,
        link,
        type: one('bond', 'peerlink'),
      },
      ['bond', 'type'],
    ),
    '^vlan[0-9]+$': closed(
      {
        ...anyInterface,
        'base-interface': one('br_default'),
        link: closed({ mtu: between(552, 9216) }),
        type: one('svi'),
        vlan,
      },
      ['type', 'vlan'],
    ),
    '^(peerlink|bond[0-9]+|swp[0-9]+(s[0-7])?)[.][0-9]+$': closed(
      { ...anyInterface, 'base-interface': word, link, type: one('sub'), vlan },
      ['base-interface', 'type', 'vlan'],
    ),
  },
};

const asn = between(1, 4_294_967_295);

const peerFamily = closed({
  'add-path-tx': one('all-paths', 'best-per-as', 'off'),
  aspath: closed({ 'allow-my-asn': closed({ enable: onOff, occurrences: between(1, 10) }) }),
  'default-route-origination': closed({ enable: onOff }),
  enable: onOff,
  'nexthop-setting': one('auto', 'self', 'force'),
  policy: closed({ inbound: closed({ 'route-map': name }), outbound: closed({ 'route-map': name }) }),
  'prefix-limits': closed({ inbound: closed({ maximum: between(1, 4_294_967_295) }) }),
  'route-reflector-client': onOff,
});

const peerFamilies = closed({ 'ipv4-unicast': peerFamily, 'ipv6-unicast': peerFamily });

const vrfFamily = closed({
  'aggregate-route': each(prefixKey, empty),
  enable: onOff,
  multipaths: closed({ ebgp: between(1, 128), ibgp: between(1, 128) }),
  network: each(prefixKey, empty),
});

const peerGroup = closed({
  'address-family': peerFamilies,
  bfd: closed({
    enable: onOff,
    'detect-multiplier': between(2, 255),
    'min-rx-interval': between(50, 60_000),
    'min-tx-interval': between(50, 60_000),
  }),
  capabilities: closed({ 'extended-nexthop': one('on', 'off', 'auto') }),
  password: word,
  'remote-as': { anyOf: [asn, one('internal', 'external')] },
  timers: closed({
    'connection-retry': between(1, 65_535),
    hold: between(3, 65_535),
    keepalive: between(1, 65_535),
  }),
});

const neighbor = closed(
  {
    'address-family': peerFamilies,
    description: text,
    'peer-group': word,
    'remote-as': { anyOf: [asn, one('internal', 'external')] },
    type: one('numbered', 'unnumbered'),
    'update-source': ip,
  },
  ['peer-group', 'type'],
);

const vrfBgp = closed(
  {
    'address-family': closed({ 'ipv4-unicast': vrfFamily, 'ipv6-unicast': vrfFamily }),
    'autonomous-system': asn,
    enable: onOff,
    neighbor: each(`^(${v4}|${v6}|swp[0-9]+(s[0-7])?([.][0-9]+)?)$`, neighbor),
    'path-selection': closed({ multipath: closed({ 'aspath-ignore': onOff }) }),
    'peer-group': each('^[!-~]+$', peerGroup),
    'route-reflection': closed({ 'cluster-id': ipv4, enable: onOff, 'outbound-policy': onOff }, [
      'cluster-id',
      'enable',
    ]),
    'router-id': ipv4,
  },
  ['enable'],
);

const vrfOspf = closed(
  {
    enable: onOff,
    'max-metric': closed({ administrative: onOff, 'on-startup': between(5, 86_400) }),
    'reference-bandwidth': between(1, 4_294_967),
    'router-id': ipv4,
    timers: closed({
      spf: closed({
        delay: between(0, 600_000),
        holdtime: between(0, 600_000),
        'max-holdtime': between(0, 600_000),
      }),
    }),
  },
  ['enable', 'router-id'],
);

const policy = closed({
  'community-list': each(
    nameKey,
    closed({
      rule: each(
        sequenceKey,
        closed({ action: one('permit', 'deny'), community: each('^[0-9]+:[0-9]+$', empty) }, ['action', 'community']),
      ),
    }),
  ),
  'prefix-list': each(
    nameKey,
    closed(
      {
        rule: each(
          sequenceKey,
          closed(
            {
              action: one('permit', 'deny'),
              match: each(prefixKey, closed({ 'max-prefix-len': between(0, 128) })),
            },
            ['action', 'match'],
          ),
        ),
        type: one('ipv4', 'ipv6'),
      },
      ['type'],
    ),
  ),
  'route-map': each(
    nameKey,
    closed({
      rule: each(
        sequenceKey,
        closed(
          {
            action: { oneOf: [closed({ permit: empty }, ['permit']), closed({ deny: empty }, ['deny'])] },
            match: closed({ 'community-list': name, 'ip-prefix-list': name, type: one('ipv4', 'ipv6') }),
            set: closed({ 'local-preference': between(0, 4_294_967_295) }),
          },
          ['action'],
        ),
      ),
    }),
  ),
});

const set = closed(
  {
    bridge: closed({
      domain: closed({
        br_default: closed({
          stp: closed({
            mode: one('rstp', 'pvrst'),
            priority: { type: 'integer', minimum: 0, maximum: 61_440, multipleOf: 4096 },
            state: closed({ up: empty }),
          }),
          type: one('vlan-aware'),
          untagged: { anyOf: [vlan, one('none')] },
          vlan: each(vlanKey, empty),
        }),
      }),
    }),
    interface: interfaceSchema,
    mlag: closed(
      {
        backup: each(ipKey, closed({ vrf })),
        enable: onOff,
        'init-delay': between(0, 9000),
        'mac-address': mac,
        'peer-ip': { anyOf: [ip, one('linklocal')] },
        priority: between(0, 65_535),
      },
      ['backup', 'enable', 'mac-address', 'peer-ip'],
    ),
    router: closed({
      bgp: closed({ 'autonomous-system': asn, enable: onOff, 'graceful-shutdown': onOff, 'router-id': ipv4 }),
      ospf: closed({ enable: onOff }),
      policy,
      vrr: closed({ enable: onOff }),
    }),
    service,
    system: closed(
      {
        aaa,
        hostname: { type: 'string', pattern: '^[A-Za-z0-9-]+$' },
        timezone: { type: 'string', pattern: '^[A-Za-z_]+/' },
      },
      ['hostname', 'timezone'],
    ),
    vrf: each(
      '^[A-Za-z0-9][A-Za-z0-9_-]{0,14}$',
      closed({ router: closed({ bgp: vrfBgp, ospf: vrfOspf }), table: one('auto') }),
    ),
  },
  ['interface', 'system'],
);

/** What NVUE saves in /etc/nvue.d/startup.yaml, as far as heddle writes it. */
export const startupSchema: Schema = {
  type: 'array',
  minItems: 2,
  maxItems: 2,
  items: false,
  prefixItems: [
    closed(
      {
        header: closed({
          model: text,
          'nvue-api-version': one('nvue_v1'),
          'rev-id': one(1),
          version: { type: 'string', pattern: '^Cumulus Linux 5[.][0-9]+[.][0-9]+$' },
        }),
      },
      ['header'],
    ),
    closed({ set }, ['set']),
  ],
};
