import type { Peer, Port } from '../device/device.ts';
import type { Fabric, Link, LinkEnd, ServerNode, SwitchPort } from '../fabric/fabric.ts';
import { portText } from '../fabric/fabric.ts';

function switchPort(port: SwitchPort): Port {
  const { run, breakout, ref } = port;
  return {
    panel: ref.port,
    ...(ref.channel === undefined ? {} : { channel: ref.channel }),
    channels: breakout?.channels ?? 1,
    lanes: run.lanes,
    speed: port.speed,
    maxSpeed: Math.max(...run.speeds),
  };
}

function nicPort(server: ServerNode, nic: number): Port {
  const mac = server.macs[nic - 1];
  return {
    panel: nic,
    channels: 1,
    lanes: 1,
    speed: server.speed,
    maxSpeed: server.speed,
    name: server.nics[nic - 1]!,
    ...(mac === undefined ? {} : { mac: mac.toLowerCase() }),
  };
}

/** The device model's port of one end of a cable. */
export function portOf(fabric: Fabric, end: LinkEnd): Port {
  const node = fabric.graph.getNodeAttributes(end.node);
  if (node.kind === 'server') return nicPort(node, end.port.port);
  const port = node.ports.get(portText(end.port));
  if (!port) throw new Error(`${end.node} has no port ${portText(end.port)}`);
  return switchPort(port);
}

/** The far end of a cable, seen from the other. */
export function peerAt(fabric: Fabric, end: LinkEnd): Peer {
  const node = fabric.graph.getNodeAttributes(end.node);
  return {
    device: end.node,
    port: portOf(fabric, end),
    kind: node.kind,
    target: node.kind === 'server' ? node.group.config : node.os,
  };
}

/** Both ends of a cable: own end first. */
export function endsFrom(link: Link, device: string): { readonly own: LinkEnd; readonly far: LinkEnd } {
  return link.a.node === device ? { own: link.a, far: link.z } : { own: link.z, far: link.a };
}

/** Number of the LAG whose lowest member is this port: its panel number, or one that no panel number can be for a channel. */
export function lagId(port: Port): number {
  return port.channel === undefined ? port.panel : 1000 + port.panel * 10 + port.channel;
}
