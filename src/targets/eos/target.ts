import type { SwitchDevice } from '../../device/device.ts';
import type { RenderContext, Target } from '../target.ts';
import { configForms } from './config-forms.ts';
import { drain } from './drain.ts';
import { startJob } from './job.ts';
import { spellPort } from './names.ts';
import { operations } from './operations.ts';
import { sections } from './sections.ts';
import { stanza } from './stanza.ts';

/** Largest IP MTU of a routed port: what the L2 MTU of the chips holds without Ethernet's and a tag's octets. */
const maximumMtu = 9214;

function renderConfig(device: SwitchDevice, context: RenderContext): string {
  const job = startJob(drain(device), context);
  return sections.flatMap(({ template, views }) => views(job).map((view) => stanza(template, view))).join('!\n');
}

/** Arista EOS: one file, a whole config as `configure replace` or an empty switch takes it. */
export const target: Target = {
  name: 'eos',
  title: 'Arista EOS',
  capabilities: {
    features: [
      'add-path',
      'aggregates',
      'anycast-gateway',
      'bgp-unnumbered',
      'extra-lines',
      'interface-extra-lines',
      'ipv6',
      'mlag',
      'ospf',
      'ospf3',
      'route-leaks',
      'route-reflection',
      'router-advertisements',
      'snmp',
      'static-lag',
      'storm-control',
      'subinterfaces',
      'vrfs',
    ],
    ospfAuthentication: ['md5', 'sha256'],
    // One with `ssh-key`, one with `ssh-key secondary`.
    sshKeys: 2,
    maximumMtu,
  },
  spellPort,
  configForms,
  operations,
  render: (device, context) => [{ path: `${device.name}.cfg`, content: renderConfig(device, context) }],
};
