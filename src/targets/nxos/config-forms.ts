import { type ConfigForms, settingForms } from '../../render/config-forms.ts';

const onInterface = String.raw`^interface (?<interface>\S+)\n`;
const ofNeighbor = String.raw`^router bgp [^\n]*\n(?:vrf [^\n]*\n)?(?:template peer|neighbor) (?<neighbor>\S+)\n`;

/** The lines of NX-OS. */
export const configForms: ConfigForms = {
  secrets: [
    /(?:^|\n)(?:neighbor \S+ )?password (?:\d )?(\S.*)$/,
    /(?:^|\n)ip ospf (?:message-digest-key \d+ \S+|authentication-key) (?:\d )?(\S.*)$/,
    /(?:^|\n)key-string (?:\d )?(\S.*)$/,
    /^snmp-server community (\S+)/,
    // `!` is no password's hash.
    /^username \S+ password \d (?!! )(\S+)/,
  ],
  settings: [
    ...settingForms('ospf', onInterface, {
      timers: 'ip ospf (?<value>hello|dead)-interval ',
      authentication: 'ip ospf (?<value>authentication|message-digest-key)',
      area: String.raw`ip router ospf \S+ area `,
      'network-type': 'ip ospf network ',
    }),
    // Key chains are OSPF's, and no other protocol's.
    ...settingForms('ospf', String.raw`^key chain `, { authentication: '(?=.)' }),
    ...settingForms('ospf3', onInterface, {
      timers: 'ospfv3 (?<value>hello|dead)-interval ',
      area: String.raw`ipv6 router ospfv3 \S+ area `,
      'network-type': 'ospfv3 network ',
    }),
    ...settingForms('link', onInterface, {
      mtu: 'mtu ',
      'far-end': '(?<value>(?:no )?(?:switchport|channel-group|lacp|vpc))',
    }),
    ...settingForms('ospf', String.raw`^router ospf [^\n]*\n`, { 'router-id': 'router-id ' }),
    ...settingForms('ospf3', String.raw`^router ospfv3 [^\n]*\n`, { 'router-id': 'router-id ' }),
    ...settingForms('bgp', '^router bgp ', {
      as: String.raw`(?=[^\n]+$)`,
      'router-id': String.raw`[^\n]*\nrouter-id `,
    }),
    ...settingForms('bgp', ofNeighbor, {
      as: '(?:remote-as|local-as) ',
      authentication: 'password ',
      'update-source': 'update-source ',
      timers: String.raw`timers (?=\d)`,
      'route-reflection': String.raw`[^\n]+\nroute-reflector-client`,
      'additional-paths': String.raw`[^\n]+\ncapability additional-paths `,
      group: 'inherit peer ',
    }),
    // A neighbour's own part of a family only changes what the group says of it.
    ...settingForms('bgp', String.raw`^router bgp [^\n]*\ntemplate peer (?<neighbor>\S+)\n`, {
      families: 'address-family (?=[^\n]+$)',
    }),
    ...settingForms('mlag', '^vpc domain ', {
      mlag: String.raw`(?:(?=[^\n]+$)|[^\n]+\n(?<value>role priority|system-mac) )`,
    }),
  ],
};
