import type { SwitchDevice } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import { type BoxFile, boxFile } from './box-file.ts';
import { managementPort } from './names.ts';
import { managementTable } from './vrf-view.ts';

const stanza = stanzas('frr');

/** Hooks of dhclient, where the management port has its address from DHCP: Debian's script knows neither VRFs nor our resolvers. */
export function dhcpHooks({ name, system, management }: SwitchDevice): BoxFile[] {
  if (management.address) return [];
  const leased = system.dns.length === 0;
  const view = { name, port: managementPort, vrf: management.vrf, table: managementTable, leased };
  const exit = boxFile({
    path: 'dhclient-exit-hook',
    content: stanza('dhclient-exit', view),
    target: '/etc/dhcp/dhclient-exit-hooks.d/zz-heddle',
  });
  const enter = boxFile({
    path: 'dhclient-enter-hook',
    content: stanza('dhclient-enter', view),
    target: '/etc/dhcp/dhclient-enter-hooks.d/heddle',
  });
  return leased ? [exit] : [enter, exit];
}
