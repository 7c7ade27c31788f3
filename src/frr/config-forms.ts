import { type ConfigForms, settingForms } from '../render/config-forms.ts';

const onInterface = String.raw`^interface (?<interface>\S+)[^\n]*\n`;
const ofNeighbor = String.raw`^router bgp [^\n]*\n(?:[^\n]+\n)*neighbor (?<neighbor>\S+) `;

/** The lines of FRR's daemons, as `heddle plan` reads them. */
export const frrForms: ConfigForms = {
  secrets: [
    /(?:^|\n)neighbor \S+ password (\S.*)$/,
    /(?:^|\n)ip ospf (?:message-digest-key \d+ \S+|authentication-key) (\S.*)$/,
    /(?:^|\n)ipv6 ospf6 authentication .*\bkey (\S.*)$/,
  ],
  settings: [
    ...settingForms('ospf', `${onInterface}ip ospf `, {
      timers: '(?<value>hello|dead)-interval ',
      authentication: '(?<value>authentication|message-digest-key)',
      area: 'area ',
      'network-type': 'network ',
    }),
    ...settingForms('ospf3', `${onInterface}ipv6 ospf6 `, {
      timers: '(?<value>hello|dead)-interval ',
      authentication: 'authentication',
      area: 'area ',
      'network-type': 'network ',
    }),
    ...settingForms('ospf', String.raw`^router ospf\b[^\n]*\n`, { 'router-id': 'ospf router-id ' }),
    ...settingForms('ospf3', String.raw`^router ospf6\b[^\n]*\n`, { 'router-id': 'ospf6 router-id ' }),
    ...settingForms('bgp', '^router bgp ', {
      as: String.raw`(?=\d+$)`,
      'router-id': String.raw`\d+\nbgp router-id `,
    }),
    ...settingForms('bgp', ofNeighbor, {
      as: String.raw`(?:interface [^\n]* )?(?:remote-as|local-as) `,
      authentication: 'password ',
      'update-source': 'update-source ',
      timers: String.raw`timers (?=\d)`,
      'route-reflection': 'route-reflector-client',
      'additional-paths': 'addpath',
      group: '(?:interface v6only )?peer-group (?=.)',
    }),
    ...settingForms(
      'bgp',
      String.raw`^router bgp [^\n]*\n(?<value>address-family [^\n]+)\nneighbor (?<neighbor>\S+) `,
      {
        families: 'activate$',
      },
    ),
  ],
};
