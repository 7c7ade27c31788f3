import type { EthernetInterface } from '../../device/device.ts';
import { bitsOf } from '../../ip/index.ts';
import type { Layer } from '../design.ts';
import { peerAt, portOf } from '../ports.ts';

/** Loopbacks, and the routed links between switches. */
export const fabricLinks: Layer = {
  name: 'fabric-links',
  apply(plan, drafts) {
    const { fabric } = plan;
    for (const [name, { loopback, node }] of plan.switches) {
      drafts.switches.get(name)?.interfaces.push({
        kind: 'loopback',
        description: 'router id and BGP peering',
        mtu: node.mtu,
        addresses: [{ ip: loopback, length: bitsOf(loopback.family) }],
      });
    }
    for (const { link, prefix, a, z } of plan.links.values()) {
      for (const [own, far, ip] of [
        [link.a, link.z, a],
        [link.z, link.a, z],
      ] as const) {
        const node = plan.switches.get(own.node)?.node;
        if (!node) continue;
        const one: EthernetInterface = {
          kind: 'ethernet',
          description: '',
          mtu: link.mtu ?? node.mtu,
          port: portOf(fabric, own, link.speed),
          peer: peerAt(fabric, far, link.speed),
          mode: { type: 'routed', addresses: [{ ip, length: prefix.length }], routes: [] },
        };
        drafts.switches.get(own.node)?.interfaces.push(one);
      }
    }
  },
};
