import type { SwitchDevice } from '../../device/device.ts';
import type { RenderContext, Target } from '../target.ts';
import { configForms } from './config-forms.ts';
import { lacksOf } from './lacks.ts';
import { spellPort } from './names.ts';
import { networkFiles } from './network-files.ts';
import { operations } from './operations.ts';
import { serviceFiles } from './service-files.ts';
import { setupScript, sudoersFile } from './setup-script.ts';

/** A Linux switch (Debian 12) with FRR 8.4 and ifupdown2 3.0. */
export const target: Target = {
  name: 'frr',
  title: 'Linux with FRR',
  capabilities: {
    features: [
      'add-path',
      'aggregates',
      'anycast-gateway',
      'bgp-unnumbered',
      'extra-lines',
      'interface-extra-lines',
      'ipv6',
      'ospf',
      'ospf3',
      'ospf3-authentication',
      'route-leaks',
      'route-reflection',
      'router-advertisements',
      'snmp',
      'static-lag',
      'storm-control',
      'subinterfaces',
      'vrfs',
    ],
    // ospfd 8.4 knows MD5 only.
    ospfAuthentication: ['md5'],
    sshKeys: Number.POSITIVE_INFINITY,
    // What ifupdown2 takes.
    maximumMtu: 9216,
  },
  spellPort,
  configForms,
  operations,
  lacks: lacksOf,
  render(device: SwitchDevice, context: RenderContext) {
    const files = [...networkFiles(device, context), ...serviceFiles(device, context), ...sudoersFile(device)];
    return [
      ...files.map(({ path, content }) => ({ path, content })),
      { path: 'setup.sh', content: setupScript(device, files) },
    ];
  },
};
