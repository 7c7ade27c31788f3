/*
 * The keys of NVUE's object model that heddle may write, with their values, as NVIDIA documents them: the NVUE command
 * reference (`nv set ...`, with ranges as `nv list-commands` prints them) and the /etc/nvue.d/startup.yaml of the
 * configuration examples. Every object is closed: a key that is not here fails.
 */

import {
  type Schema,
  closed,
  each,
  empty,
  one,
  between,
  text,
  onOff,
  ip,
  ipv4,
  ipKey,
  mac,
  vlanKey,
  vlan,
  vrf,
} from './words.ts';
import { interfaceSchema } from './interfaces.ts';
import { asn, policy, vrfBgp, vrfOspf } from './routing.ts';
import { aaa, service } from './system.ts';

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
        'control-plane': closed({
          acl: each('^acl-default-(dos|whitelist)$', closed({ inbound: empty })),
        }),
        global: closed({
          reserved: closed({
            vlan: closed({ internal: closed({ range: { type: 'string', pattern: '^[0-9]{1,4}-[0-9]{1,4}$' } }) }),
          }),
        }),
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
