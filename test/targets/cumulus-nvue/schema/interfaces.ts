import {
  type Schema,
  closed,
  each,
  empty,
  one,
  between,
  text,
  word,
  onOff,
  ipv4,
  ipKey,
  prefixKey,
  mac,
  vlanKey,
  vlan,
  vrf,
  portKey,
} from './words.ts';

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

export const interfaceSchema: Schema = {
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
