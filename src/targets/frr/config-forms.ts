import { frrForms } from '../../frr/config-forms.ts';
import { type ConfigForms, settingForms } from '../../render/config-forms.ts';

const onInterface = String.raw`^iface (?<interface>\S+)[^\n]*\n`;

/** The lines of FRR, of ifupdown2, of snmpd and of the setup script. */
export const configForms: ConfigForms = {
  secrets: [
    ...frrForms.secrets,
    /^r[ow]community6? ("(?:[^"\\]|\\.)*"|\S+)/,
    // Hashes are in the topology file itself, yet nobody is helped by their copies.
    /^account \S+ \S+ ('[^']*'|\S+)/,
  ],
  settings: [
    ...frrForms.settings,
    ...settingForms('link', onInterface, {
      mtu: 'mtu ',
      'far-end': '(?<value>bond-|bridge-(?:access|vids|pvid|allow-untagged))',
    }),
  ],
};
