import type { EthernetInterface, Interface, SwitchDevice } from '../../device/device.ts';
import { layer3Of } from '../../frr/layer3.ts';
import type { Lack } from '../target.ts';
import { modeFor } from './breakout.ts';
import { vrfName } from './names.ts';
import { type Panel, type PanelPort } from './panel-data.ts';
import { panelOf } from './panels.ts';

/** MTU of VLANs in the kernel, whatever CONFIG_DB says (vlanmgr.cpp): the one that OSPF announces. */
const kernelVlanMtu = 9100;

/** What sonic-dns.yang and sonic-ntp.yang take. */
const mostResolvers = 3;
const mostTimeServers = 10;

function portLack(one: EthernetInterface, at: PanelPort | undefined, { canSplit }: Panel, id: string): string[] {
  const { panel, channels, speed } = one.port;
  const place = `port ${panel} of ${id}`;
  if (!at) return [`${place}, whose lanes its device files do not have`];
  if (!canSplit) return channels > 1 ? [`a split of ${place}, whose layout is fixed`] : [];
  return modeFor(at, one.port) ? [] : [`${channels} × ${speed}G on ${place}`];
}

function portLacks({ platform, interfaces }: SwitchDevice): string[] {
  const panel = panelOf(platform.id);
  if (!panel) return [`the ports of ${platform.id}, for which its sources have no lanes`];
  return interfaces.flatMap((one) =>
    one.kind === 'ethernet' ? portLack(one, panel.ports.get(one.port.panel), panel, platform.id) : [],
  );
}

function interfaceLacks(one: Interface): string[] {
  const { ospf, vrf, linkLocal } = layer3Of(one);
  const lacks: string[] = [];
  if (one.kind === 'lag' && one.protocol.type === 'lacp' && !one.protocol.active) lacks.push('passive LACP');
  const isVlan = one.kind === 'svi' || one.kind === 'sub';
  if (isVlan && ospf?.passive === false && one.mtu !== kernelVlanMtu) {
    lacks.push(`OSPF on a VLAN with an MTU other than ${kernelVlanMtu}`);
  }
  if (ospf && vrf !== undefined) lacks.push('OSPF in a VRF');
  if (one.kind === 'sub' && linkLocal) lacks.push('link-local addresses on a VLAN of a routed port');
  if (one.kind === 'svi' && vrf !== undefined && one.dhcpRelay.length > 0) lacks.push('DHCP relay in a VRF');
  if ((one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'bridged' && !one.mode.edge) {
    lacks.push('spanning tree, which a VLAN between switches needs');
  }
  return lacks;
}

const canBeUplink = ({ kind }: Interface): boolean => kind === 'ethernet' || kind === 'lag';

/** The relay sends requests on by the ports that have IPv4 addresses. */
function relaysBlindly({ interfaces }: SwitchDevice): boolean {
  const relays = interfaces.some((one) => one.kind === 'svi' && one.dhcpRelay.some(({ family }) => family === 4));
  return (
    relays && !interfaces.some((one) => canBeUplink(one) && layer3Of(one).addresses.some(({ ip }) => ip.family === 4))
  );
}

function systemLacks({ management, system, vlans, vrfs }: SwitchDevice): string[] {
  const { address, gateway } = management;
  const lacks: string[] = [];
  if (address && gateway?.family !== address.ip.family) lacks.push('a management address without a gateway');
  if (system.dns.length > mostResolvers) lacks.push(`more than ${mostResolvers} resolvers`);
  if (system.ntp.length > mostTimeServers) lacks.push(`more than ${mostTimeServers} time servers`);
  if (system.snmp && system.snmp.clients.length > 0) lacks.push('a list of SNMP clients');
  if (vlans.some(({ id }) => id === 1)) lacks.push('VLAN 1');
  for (const { name } of vrfs) {
    if (!/^[\w-]{1,15}$/.test(vrfName(name))) lacks.push(`${name} as the name of a VRF`);
  }
  return lacks;
}

/** What a switch is asked and SONiC cannot do, on its hardware or at all, beyond the features. */
export function lacks(device: SwitchDevice): Lack[] {
  const found = [
    ...portLacks(device),
    ...device.interfaces.flatMap(interfaceLacks),
    ...(relaysBlindly(device) ? ['DHCP relay over uplinks without IPv4 addresses'] : []),
    ...systemLacks(device),
  ];
  const guards = device.edge.bpduGuard && device.interfaces.some((one) => one.kind === 'ethernet');
  return [
    ...[...new Set(found)].map((what) => ({ what })),
    ...(guards ? [{ what: 'BPDU guard', setting: 'bpduGuard' } as const] : []),
  ];
}
