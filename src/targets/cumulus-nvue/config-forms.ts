import { type ConfigForms, settingForms } from '../../render/config-forms.ts';

const onInterface = String.raw`^- set:\ninterface:\n(?<interface>[^\n]+):\n`;
const inVrf = String.raw`^- set:\nvrf:\n[^\n]+:\nrouter:\n`;
const ofNeighbor = String.raw`${inVrf}bgp:\n(?:peer-group|neighbor):\n'?(?<neighbor>[^\n']+)'?:\n`;

/** The lines of NVUE's startup.yaml. */
export const configForms: ConfigForms = {
  secrets: [
    /\n(?:password|md5-key|hashed-password): (\S.*)$/,
    /\nreadonly-community(?:-v6)?:\n('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\n]+?):(?: \{\})?$/,
  ],
  settings: [
    ...settingForms('ospf', String.raw`${onInterface}router:\nospf:\n`, {
      timers: String.raw`timers:\n(?<value>hello|dead)-interval: `,
      authentication: String.raw`authentication:(?:\n|$)`,
      area: 'area: ',
      'network-type': 'network-type: ',
    }),
    ...settingForms('link', onInterface, {
      mtu: String.raw`link:\nmtu: `,
      'far-end': String.raw`(?:bond:\n|bridge:\n(?:[^\n]+\n)*(?=access:|untagged:|'\d+':))`,
    }),
    ...settingForms('ospf', String.raw`${inVrf}ospf:\n`, { 'router-id': 'router-id: ' }),
    ...settingForms('bgp', String.raw`^- set:\nrouter:\nbgp:\n`, {
      as: 'autonomous-system: ',
      'router-id': 'router-id: ',
    }),
    ...settingForms('bgp', ofNeighbor, {
      as: 'remote-as: ',
      authentication: 'password: ',
      'update-source': 'update-source: ',
      timers: String.raw`timers:\n(?<value>keepalive|hold): `,
      'route-reflection': String.raw`address-family:\n[^\n]+\nroute-reflector-client: `,
      'additional-paths': String.raw`address-family:\n[^\n]+\nadd-path-tx: `,
      group: 'peer-group: ',
      families: String.raw`address-family:\n(?<value>[^\n]+)\nenable: `,
    }),
    ...settingForms('mlag', String.raw`^- set:\nmlag:\n`, { mlag: '(?<value>enable|mac-address|peer-ip): ' }),
  ],
};
