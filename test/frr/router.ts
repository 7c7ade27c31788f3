import type { Interface } from '../../src/device/device.ts';
import { frrConf } from '../../src/frr/frr-conf.ts';
import type { FrrOptions, Router } from '../../src/frr/router.ts';

/** Names of interfaces as a switch of no vendor in particular has them. */
export function plainName(one: Interface): string {
  switch (one.kind) {
    case 'loopback':
      return 'lo';
    case 'ethernet':
      return `swp${one.port.panel}`;
    case 'lag':
      return `po${one.id}`;
    case 'svi':
      return `vlan${one.vlan}`;
    case 'sub':
      return `${'port' in one.parent ? `swp${one.parent.port.panel}` : `po${one.parent.lag}`}.${one.vlan}`;
  }
}

const options: FrrOptions = {
  version: '8.4',
  comments: ['a router by hand'],
  spellInterface: plainName,
  describe: ({ description }) => description,
  readSecret: () => 'secret',
  extra: [],
};

/** frr.conf of a router. */
export const confOf = (router: Router, more: Partial<FrrOptions> = {}): string =>
  frrConf(router, { ...options, ...more });
