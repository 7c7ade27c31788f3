import { type ConfigForms, settingForms } from '../../render/config-forms.ts';

const inOspf = (version: 'ospf' | 'ospf3'): string =>
  String.raw`^set protocols ${version} area (?:\S+) interface (?<interface>\S+?)(?:\.0)? `;
const inBgp = String.raw`^set (?:routing-instances \S+ )?protocols bgp group (?<group>\S+) (?:neighbor (?<neighbor>\S+) )?`;

const ofOspf = {
  timers: '(?<value>hello|dead)-interval ',
  authentication: 'authentication ',
  'network-type': 'interface-type ',
} as const;

/** The area stands in every line of an interface: one of them is enough. */
const areaOf = (version: 'ospf' | 'ospf3') =>
  settingForms(version, String.raw`^set protocols ${version} area `, {
    area: String.raw`(?<value>\S+) interface (?<interface>\S+?)(?:\.0)? interface-type `,
  });

/** The lines of Junos, in the form of `set` commands. */
export const configForms: ConfigForms = {
  secrets: [
    /^set .* (?:authentication-key|encrypted-password|key) ("(?:[^"\\]|\\.)*"|\S+)/,
    /^set snmp community ("(?:[^"\\]|\\.)*"|\S+)/,
  ],
  settings: [
    ...settingForms('ospf', inOspf('ospf'), ofOspf),
    ...areaOf('ospf'),
    ...settingForms('ospf3', inOspf('ospf3'), ofOspf),
    ...areaOf('ospf3'),
    ...(['ospf', 'ospf3', 'bgp'] as const).flatMap((of) =>
      settingForms(of, '^set routing-options ', { 'router-id': 'router-id ' }),
    ),
    ...settingForms('bgp', '^set routing-options ', { as: 'autonomous-system ' }),
    ...settingForms('bgp', inBgp, {
      as: '(?<value>peer-as|local-as|type) ',
      authentication: 'authentication-key ',
      'update-source': 'local-address ',
      timers: 'hold-time ',
      'route-reflection': 'cluster ',
      'additional-paths': String.raw`family \S+ unicast add-path `,
      families: 'family (?=[^ ]+ unicast$)',
    }),
    ...settingForms('link', String.raw`^set interfaces (?<interface>\S+) `, {
      mtu: String.raw`(?:unit (?<unit>\d+) family (?<value>\S+) )?mtu `,
      'far-end':
        '(?<value>unit 0 family ethernet-switching|native-vlan-id|aggregated-ether-options|ether-options|gigether-options)',
    }),
  ],
};
