import { type ConfigForms, settingForms } from '../../render/config-forms.ts';

const onInterface = String.raw`^interface (?<interface>\S+)\n`;
const ofNeighbor = String.raw`^router bgp [^\n]*\n(?:[^\n]+\n)*neighbor (?<neighbor>(?!interface )\S+) `;

/** The lines of EOS. */
export const configForms: ConfigForms = {
  secrets: [
    /(?:^|\n)neighbor \S+ password (?:[078] )?(\S.*)$/,
    /(?:^|\n)ip ospf (?:message-digest-key \d+ \S+|authentication-key) (?:[078] )?(\S.*)$/,
    /^snmp-server community (\S+)/,
    // Hashes are in the topology file itself, yet nobody is helped by their copies.
    /^username \S+ .*\bsecret \S+ (\S+)/,
  ],
  settings: [
    ...settingForms('ospf', `${onInterface}ip ospf `, {
      timers: '(?<value>hello|dead)-interval ',
      authentication: '(?<value>authentication|message-digest-key)',
      area: 'area ',
      'network-type': 'network ',
    }),
    ...settingForms('ospf3', `${onInterface}ospfv3 ipv6 `, {
      timers: '(?<value>hello|dead)-interval ',
      area: 'area ',
      'network-type': 'network ',
    }),
    ...settingForms('link', onInterface, {
      mtu: 'mtu ',
      'far-end': '(?<value>(?:no )?(?:switchport|channel-group|lacp|mlag))',
    }),
    ...settingForms('ospf', String.raw`^router ospf [^\n]*\n`, { 'router-id': 'router-id ' }),
    ...settingForms('ospf3', String.raw`^router ospfv3\n`, { 'router-id': 'router-id ' }),
    ...settingForms('bgp', '^router bgp ', {
      as: String.raw`(?=[^\n]+$)`,
      'router-id': String.raw`[^\n]*\nrouter-id `,
    }),
    ...settingForms('bgp', ofNeighbor, {
      as: '(?:remote-as|local-as) ',
      authentication: 'password ',
      'update-source': 'update-source ',
      timers: String.raw`timers (?=\d)`,
      'route-reflection': 'route-reflector-client',
      'additional-paths': 'additional-paths',
      group: 'peer[- ]group (?=.)',
    }),
    ...settingForms('bgp', String.raw`^router bgp [^\n]*\n(?:[^\n]+\n)*neighbor interface (?<neighbor>\S+) `, {
      group: String.raw`peer-group (?<value>\S+).*`,
      as: String.raw`peer-group \S+ remote-as `,
    }),
    ...settingForms(
      'bgp',
      String.raw`^router bgp (?:[^\n]+\n)+(?<value>address-family [^\n]+)\nneighbor (?<neighbor>\S+) `,
      {
        families: 'activate$',
      },
    ),
    ...settingForms('mlag', String.raw`^mlag configuration\n`, {
      mlag: '(?<value>domain-id|local-interface|peer-address(?! heartbeat)|peer-link)',
    }),
  ],
};
