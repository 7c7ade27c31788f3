import type { Interface, SwitchDevice } from '../../../device/device.ts';
import { type Layer3, layer3Of } from '../../../frr/layer3.ts';
import { formatInterfaceAddress } from '../../../ip/index.ts';
import { spellInterface } from '../names.ts';
import { type Entry, type Tables, tableOf } from './tables.ts';

/** The interface itself, which SONiC wants before its addresses, then each address. */
function entriesOf(one: Interface, { addresses, linkLocal, vrf }: Layer3, own: Entry): [string, Entry][] {
  const name = spellInterface(one);
  const entry = {
    ...own,
    ...(vrf === undefined ? {} : { vrf_name: vrf }),
    ...(linkLocal ? { ipv6_use_link_local_only: 'enable' } : {}),
  };
  return [[name, entry], ...addresses.map((each): [string, Entry] => [`${name}|${formatInterfaceAddress(each)}`, {}])];
}

const isRouted = (one: Interface): boolean =>
  one.kind === 'svi' || one.kind === 'loopback' || one.mode.type === 'routed';

const tableNames = {
  ethernet: 'INTERFACE',
  lag: 'PORTCHANNEL_INTERFACE',
  loopback: 'LOOPBACK_INTERFACE',
  sub: 'VLAN_SUB_INTERFACE',
  svi: 'VLAN_INTERFACE',
} as const;

/** Layer 3 of every interface, in the table of its kind. */
export function addressTables(device: SwitchDevice): Tables {
  const routed = device.interfaces.filter(isRouted);
  const tables = Object.entries(tableNames).map(([wanted, table]) => {
    const entries = routed.flatMap((one) =>
      one.kind === wanted
        ? entriesOf(one, layer3Of(one), one.kind === 'sub' ? { admin_status: 'up', vlan: String(one.vlan) } : {})
        : [],
    );
    return [table, tableOf(entries)] as const;
  });
  return Object.fromEntries(tables);
}
