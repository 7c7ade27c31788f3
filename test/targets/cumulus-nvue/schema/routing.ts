import {
  closed,
  each,
  empty,
  one,
  between,
  text,
  word,
  onOff,
  v4,
  v6,
  ip,
  ipv4,
  prefixKey,
  nameKey,
  name,
  sequenceKey,
} from './words.ts';

export const asn = between(1, 4_294_967_295);

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
  redistribute: closed({ connected: closed({ enable: onOff, 'route-map': name }, ['enable']) }),
  'route-import': closed({
    'from-vrf': closed({ enable: onOff, list: each('^[A-Za-z0-9][A-Za-z0-9_-]*$', empty), 'route-map': name }, [
      'enable',
      'list',
    ]),
  }),
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

export const vrfBgp = closed(
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

export const vrfOspf = closed(
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

export const policy = closed({
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
