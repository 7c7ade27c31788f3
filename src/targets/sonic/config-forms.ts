import { frrForms } from '../../frr/config-forms.ts';
import { type ConfigForms, settingForms } from '../../render/config-forms.ts';

/** The lines of FRR, of CONFIG_DB and of the setup script. */
export const configForms: ConfigForms = {
  secrets: [...frrForms.secrets, /\n"SNMP_COMMUNITY": \{\n"((?:[^"\\]|\\.)*)"/, /^account \S+ \S+ ('[^']*'|\S+)/],
  settings: [
    ...frrForms.settings,
    ...settingForms('link', String.raw`^\{\n"(?:PORT|PORTCHANNEL|VLAN|VLAN_INTERFACE|VLAN_SUB_INTERFACE)": \{\n`, {
      mtu: String.raw`"(?<interface>[^"]+)": \{\n"mtu": `,
    }),
    ...settingForms('link', String.raw`^\{\n"(?:VLAN_MEMBER|PORTCHANNEL_MEMBER)": \{\n`, {
      'far-end': String.raw`"(?<value>[^"|]+)\|(?<interface>[^"]+)": `,
    }),
    ...settingForms('link', String.raw`^\{\n"VLAN_MEMBER": \{\n`, {
      'far-end': String.raw`"(?<value>[^"|]+)\|(?<interface>[^"]+)": \{\n"tagging_mode": `,
    }),
    ...settingForms('link', String.raw`^\{\n"PORTCHANNEL": \{\n`, {
      'far-end': String.raw`"(?<interface>[^"]+)": \{\n"(?<value>fast_rate|min_links|fallback)": `,
    }),
  ],
};
