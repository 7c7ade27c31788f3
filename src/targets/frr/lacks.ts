import type { Interface, SwitchDevice } from '../../device/device.ts';
import { layer3Of } from '../../frr/layer3.ts';
import type { Lack } from '../target.ts';
import { interfaceName } from './names.ts';

function lacksOfInterface(one: Interface): (string | false)[] {
  const name = interfaceName(one);
  const { ospf, ospf3, vrf, addresses } = layer3Of(one);
  const gateways = one.kind === 'svi' ? one.gateways : [];
  return [
    one.kind === 'lag' && one.protocol.type === 'lacp' && !one.protocol.active && `passive LACP on ${name}`,
    vrf !== undefined && (ospf ?? ospf3) !== undefined && `OSPF in VRF ${vrf}`,
    one.kind === 'svi' &&
      one.dhcpRelay.some(({ family }) => family === 6) &&
      `DHCP relay to an IPv6 server on ${name} (Debian's relay service has IPv4 only)`,
    gateways.some(({ type, ip }) => type === 'anycast' && !addresses.some((own) => own.ip.family === ip.family)) &&
      `a shared gateway on ${name} without an address of the switch's own`,
  ];
}

/** Names of network devices that the switch has besides, and words that `ip` and FRR take for tables and instances. */
const taken = /^(default|main|local|all|lo|eth\d+|bridge|(swp|po|vlan)\d.*)$/;

/** A VRF is a network device, and what `ip` reads as one word. */
function lacksOfVrf(name: string, management: string): string | false {
  const fits = /^[A-Za-z][\w.-]{0,14}$/.test(name) && !taken.test(name) && name !== management;
  return !fits && `a VRF by the name ${name}`;
}

/** What one switch is asked that neither Linux nor FRR 8.4 can do. */
export function lacksOf({ interfaces, vrfs, management }: SwitchDevice): Lack[] {
  const found = [...interfaces.flatMap(lacksOfInterface), ...vrfs.map(({ name }) => lacksOfVrf(name, management.vrf))];
  return [...new Set(found)].flatMap((what) => (what === false ? [] : { what }));
}
