import { portText } from '../../fabric/fabric.ts';
import { linkId } from '../../fabric/link-request.ts';
import type { FabricNode, LinkEnd } from '../../fabric/fabric.ts';
import { formatInterfaceAddress, formatPrefix } from '../../ip/index.ts';
import { familyMark } from '../../plan/families.ts';
import { linkText } from '../../plan/link-text.ts';
import type { AddressRecord, Plan } from '../../plan/plan.ts';
import { spellInterface } from '../../pipeline/spell-interface.ts';
import {
  type AddressFact,
  type CableEnd,
  type CableFact,
  type DeviceFact,
  type Inventory,
  addressKey,
  linkAddressKey,
  subnetKey,
  vrfAddressKey,
} from './inventory.ts';

const nodeKey = (device: string, port: string): string => `${device} ${port}`;

const rackOf = (node: FabricNode) => (node.rack ? { rack: node.rack.name } : {});

/** The inventory of a plan. */
export function inventoryOfPlan(plan: Plan): Inventory {
  const { fabric } = plan;
  const spell = spellInterface(plan);
  const devices = new Map<string, DeviceFact>();
  for (const node of [...fabric.switches, ...fabric.servers]) {
    devices.set(node.name, { name: node.name, kind: node.kind, role: node.role, ...rackOf(node) });
  }
  const linkAt = new Map<string, string>();
  const endOf = ({ node: device, port }: LinkEnd): CableEnd => {
    const node = fabric.graph.getNodeAttributes(device);
    const neutral = node.kind === 'switch' ? { neutral: portText(port) } : {};
    return { device, ...rackOf(node), port: spell(device, port), ...neutral };
  };
  const cables = new Map<string, CableFact>();
  for (const link of fabric.links) {
    const routed = plan.links.get(link.id);
    const prefix = routed ? { prefix: linkText(routed) } : {};
    cables.set(link.id, { id: link.id, a: endOf(link.a), z: endOf(link.z), speed: link.speed, ...prefix });
    for (const end of [link.a, link.z]) linkAt.set(nodeKey(end.node, portText(end.port)), link.id);
  }
  for (const { name, end, speed } of fabric.upstreams) {
    const id = linkId(end.node, name, 1);
    cables.set(id, { id, a: endOf(end), z: { device: name, port: '' }, speed });
  }
  const keyOf = ({ ip, purpose, device, interface: name, network, vrf }: AddressRecord): string => {
    const mark = familyMark(ip.family);
    const ofVrf = vrf === undefined ? undefined : linkAt.get(nodeKey(device, name.slice(0, -vrf.length - 1)));
    if (vrf !== undefined && ofVrf !== undefined) return vrfAddressKey(vrf, ofVrf, device, mark);
    if (purpose !== 'p2p-link') return addressKey(`${purpose}${mark}`, device, network);
    const link = linkAt.get(nodeKey(device, name));
    return link === undefined ? addressKey(`${name}${mark}`, device) : linkAddressKey(link, device, mark);
  };
  const addresses = new Map<string, AddressFact>();
  for (const record of plan.addresses) {
    addresses.set(keyOf(record), {
      device: record.device,
      ...(record.rack ? { rack: record.rack.name } : {}),
      interface: spell(record.device, record.interface),
      address: formatInterfaceAddress(record),
      purpose: record.purpose,
      ...(record.network === undefined ? {} : { network: record.network }),
    });
  }
  const subnets = new Map<string, string>();
  for (const [rack, list] of plan.subnets) {
    for (const { network, prefix } of list) {
      subnets.set(subnetKey(network.name, rack, familyMark(prefix.base.family)), formatPrefix(prefix));
    }
  }
  return { devices, cables, addresses, subnets };
}
