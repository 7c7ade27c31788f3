import type { EthernetInterface, SubInterface } from '../../device/device.ts';
import { bitsOf } from '../../ip/index.ts';
import type { Plan, VrfBlocks } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import { peerAt, portOf } from '../ports.ts';

/** The VRFs of a link, with the addresses that one end has in each. */
function vrfsOnLink(plan: Plan, blocks: VrfBlocks, end: 'a' | 'z') {
  return [...plan.vrfVlans].map(([vrf, vlan]) => ({
    vrf,
    vlan,
    addresses: (blocks.get(vrf) ?? []).map((block) => ({ ip: block[end], length: block.prefix.length })),
  }));
}

/** A VLAN on a routed port for each VRF. */
function vrfInterfaces(port: EthernetInterface, vrfs: ReturnType<typeof vrfsOnLink>): SubInterface[] {
  return vrfs.map(({ vrf, vlan, addresses }) => ({
    kind: 'sub',
    parent: { port: port.port },
    vlan,
    description: `${port.peer?.device ?? ''} VRF ${vrf}`.trim(),
    mtu: port.mtu,
    mode: {
      type: 'routed',
      addresses,
      ...(addresses.length === 0 ? { linkLocal: true } : {}),
      vrf,
      routes: [],
    },
  }));
}

/** Loopbacks, and the routed links between switches. */
export const fabricLinks: Layer = {
  name: 'fabric-links',
  apply(plan, drafts) {
    const { fabric } = plan;
    for (const [name, { loopbacks, node }] of plan.switches) {
      drafts.switches.get(name)?.interfaces.push({
        kind: 'loopback',
        description: 'router id and BGP peering',
        mtu: node.mtu,
        addresses: loopbacks.map((ip) => ({ ip, length: bitsOf(ip.family) })),
      });
    }
    for (const { link, blocks, vrfs } of plan.links.values()) {
      for (const [own, far, end] of [
        [link.a, link.z, 'a'],
        [link.z, link.a, 'z'],
      ] as const) {
        const node = plan.switches.get(own.node)?.node;
        if (!node) continue;
        const one: EthernetInterface = {
          kind: 'ethernet',
          description: '',
          mtu: link.mtu ?? node.mtu,
          port: portOf(fabric, own, link.speed),
          peer: peerAt(fabric, far, link.speed),
          mode: {
            type: 'routed',
            addresses: blocks.map((block) => ({ ip: block[end], length: block.prefix.length })),
            ...(blocks.length === 0 ? { linkLocal: true } : {}),
            routes: [],
          },
        };
        drafts.switches.get(own.node)?.interfaces.push(one, ...vrfInterfaces(one, vrfsOnLink(plan, vrfs, end)));
      }
    }
  },
};
