import type { SwitchDevice } from '../../device/device.ts';
import type { RenderContext, Target } from '../target.ts';
import { configForms } from './config-forms.ts';
import { startJob } from './job.ts';
import { lacksOf } from './lacks.ts';
import { maximumMtu } from './mtu.ts';
import { spellPort } from './names.ts';
import { operations } from './operations.ts';
import { sections } from './sections.ts';

function renderConfig(device: SwitchDevice, context: RenderContext): string {
  const job = startJob(device, context);
  return sections.flatMap((section) => section(job)).join('');
}

/** Juniper Junos (21.1 and later, ELS style, QFX5120 and QFX5200): one file, a whole config as `load set` takes it. */
export const target: Target = {
  name: 'junos',
  title: 'Juniper Junos',
  capabilities: {
    features: [
      'add-path',
      'aggregates',
      'anycast-gateway',
      'extra-lines',
      'interface-extra-lines',
      'ipv6',
      'ospf',
      'ospf3',
      'route-reflection',
      'router-advertisements',
      'snmp',
      'static-lag',
      'storm-control',
      'vrfs',
    ],
    ospfAuthentication: ['md5'],
    sshKeys: Number.POSITIVE_INFINITY,
    maximumMtu,
  },
  spellPort,
  lacks: lacksOf,
  configForms,
  operations,
  render: (device, context) => [{ path: `${device.name}.conf`, content: renderConfig(device, context) }],
};
