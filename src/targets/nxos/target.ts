import type { SwitchDevice } from '../../device/device.ts';
import type { RenderContext, Target } from '../target.ts';
import { configForms } from './config-forms.ts';
import { drain } from './drain.ts';
import { startJob } from './job.ts';
import { lacksOf } from './lacks.ts';
import { spellPort } from './names.ts';
import { operations } from './operations.ts';
import { withoutPeerVlan } from './peer-vlan.ts';
import { sections } from './sections.ts';
import { stanza } from './stanza.ts';

/** Largest MTU of a routed port, which counts no header of Ethernet. */
const maximumMtu = 9216;

function renderConfig(device: SwitchDevice, context: RenderContext): string {
  const job = startJob(withoutPeerVlan(drain(device)), context);
  return sections.flatMap(({ template, views }) => views(job).map((view) => stanza(template, view))).join('!\n');
}

/** Cisco NX-OS 9.3(6) and later on Nexus 9000: one file, a whole config for `configure replace`. */
export const target: Target = {
  name: 'nxos',
  title: 'Cisco NX-OS',
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
    // A second `sshkey` takes the place of the first.
    sshKeys: 1,
    maximumMtu,
  },
  spellPort,
  lacks: lacksOf,
  configForms,
  operations,
  render: (device, context) => [{ path: `${device.name}.cfg`, content: renderConfig(device, context) }],
};
