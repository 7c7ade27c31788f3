import { safeText } from '../../../frr/safe-text.ts';
import type { SwitchDevice } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import { spellInterface, vlanName } from '../names.ts';
import { type Entry, type Tables, tableOf } from './tables.ts';

function membersOf(device: SwitchDevice): [string, Entry][] {
  return device.interfaces.flatMap((one) => {
    if ((one.kind !== 'ethernet' && one.kind !== 'lag') || one.mode.type !== 'bridged') return [];
    const { tagged, native } = one.mode;
    const name = spellInterface(one);
    const member = (vlan: number, mode: string): [string, Entry] => [
      `${vlanName(vlan)}|${name}`,
      { tagging_mode: mode },
    ];
    return [
      ...tagged.filter((vlan) => vlan !== native).map((vlan) => member(vlan, 'tagged')),
      ...(native === undefined ? [] : [member(native, 'untagged')]),
    ];
  });
}

/** VLANs, the ports in them, and DHCP relay, which has a daemon of its own for each family. */
export function vlanTables(device: SwitchDevice): Tables {
  const svis = new Map(device.interfaces.flatMap((one) => (one.kind === 'svi' ? [[one.vlan, one] as const] : [])));
  const servers = (vlan: number, family: 4 | 6): string[] =>
    (svis.get(vlan)?.dhcpRelay ?? []).filter((ip) => ip.family === family).map(formatIp);
  const relayed = device.vlans.filter(({ id }) => (svis.get(id)?.dhcpRelay.length ?? 0) > 0);
  return {
    VLAN: tableOf(
      device.vlans.map(({ id, name }) => {
        const svi = svis.get(id);
        const description = safeText(name);
        const dhcp = servers(id, 4);
        return [
          vlanName(id),
          {
            vlanid: String(id),
            ...(description === '' ? {} : { description }),
            ...(svi ? { mtu: String(svi.mtu) } : {}),
            ...(dhcp.length > 0 ? { dhcp_servers: dhcp } : {}),
          },
        ];
      }),
    ),
    VLAN_MEMBER: tableOf(membersOf(device)),
    DHCP_RELAY: tableOf(
      relayed.flatMap(({ id }) => {
        const dhcp6 = servers(id, 6);
        return dhcp6.length > 0 ? [[vlanName(id), { dhcpv6_servers: dhcp6 }] as const] : [];
      }),
    ),
    // By itself it runs on a ToRRouter only.
    FEATURE: relayed.length > 0 ? { dhcp_relay: { state: 'enabled' } } : {},
  };
}
