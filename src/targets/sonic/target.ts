import type { SwitchDevice } from '../../device/device.ts';
import type { RenderContext, Target } from '../target.ts';
import { configDb } from './config-db/config-db.ts';
import { configForms } from './config-forms.ts';
import { frrFile } from './frr-conf.ts';
import { lacks } from './lacks.ts';
import { spellPort } from './names.ts';
import { operations } from './operations.ts';
import { setupScript } from './setup-script.ts';
import { spellVrfs } from './spell-vrfs.ts';

/**
 * Community SONiC, 202311 and later: what is of the switch in CONFIG_DB, routing in the files of FRR. Its images have no
 * MLAG (iccpd is built only with INCLUDE_ICCPD=y), no shared gateway before 202511, no LAGs without LACP, and no ospf6d.
 */
export const target: Target = {
  name: 'sonic',
  title: 'SONiC',
  capabilities: {
    features: [
      'add-path',
      'aggregates',
      'bgp-unnumbered',
      'extra-lines',
      'ipv6',
      'ospf',
      'route-leaks',
      'route-reflection',
      'router-advertisements',
      'snmp',
      'storm-control',
      'subinterfaces',
      'vrfs',
    ],
    // ospfd knows MD5 only.
    ospfAuthentication: ['md5'],
    sshKeys: Number.POSITIVE_INFINITY,
    // As sonic-port.yang has it; to the MTU of a port, SONiC adds what Ethernet and a tag take (portsorch.cpp).
    maximumMtu: 9216,
  },
  spellPort,
  lacks,
  configForms,
  operations,
  render(device: SwitchDevice, context: RenderContext) {
    const spelled = spellVrfs(device);
    return [
      { path: 'config_db.json', content: configDb(spelled, context) },
      { path: 'frr.conf', content: frrFile(spelled, context) },
      { path: 'setup.sh', content: setupScript(device) },
    ];
  },
};
