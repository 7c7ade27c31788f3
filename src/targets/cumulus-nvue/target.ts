import type { SwitchDevice } from '../../device/device.ts';
import type { RenderContext, Target } from '../target.ts';
import { configForms } from './config-forms.ts';
import { renderDocument } from './document.ts';
import { startJob } from './job.ts';
import { spellPort } from './names.ts';
import { operations } from './operations.ts';

/**
 * NVIDIA Cumulus Linux 5.9 and 5.10 with NVUE: the whole configuration as /etc/nvue.d/startup.yaml holds it.
 *
 * No program but NVUE itself reads these documents, and NVUE runs on switches alone: each key is one of NVIDIA's command
 * reference or of its configuration examples, and tests hold the documents against a schema transcribed from there.
 *
 * Extra lines of the user are YAML that is merged below `set` (those of an interface: below its name there); where both
 * have a setting, theirs counts. Lines that are no YAML mapping, or would put a setting in the place of settings, are refused.
 *
 * NVUE has no OSPF for IPv6 ("NVUE commands are not supported for OSPFv3").
 */
export const target: Target = {
  name: 'cumulus-nvue',
  title: 'NVIDIA Cumulus Linux (NVUE)',
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
      'route-leaks',
      'route-reflection',
      'router-advertisements',
      'snmp',
      'static-lag',
      'storm-control',
      'subinterfaces',
      'vrfs',
    ],
    ospfAuthentication: ['md5'],
    sshKeys: Number.POSITIVE_INFINITY,
    // `nv set interface <interface> link mtu 552-9216`; Linux does not count Ethernet's header.
    maximumMtu: 9216,
  },
  spellPort,
  configForms,
  operations,
  render: (device: SwitchDevice, context: RenderContext) => [
    { path: 'startup.yaml', content: renderDocument(startJob(device, context)) },
  ],
};
