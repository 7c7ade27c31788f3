import type { Peer, Port } from '../device/device.ts';
import type { Fabric, Link, LinkEnd, ServerNode, SwitchPort } from '../fabric/fabric.ts';
import { portText } from '../fabric/fabric.ts';

function switchPort(port: SwitchPort, platform: string): Port {
  const { run, breakout, ref } = port;
  return {
    panel: ref.port,
    ...(ref.channel === undefined ? {} : { channel: ref.channel }),
    channels: breakout?.channels ?? 1,
    lanes: run.lanes,
    speed: port.speed,
    maxSpeed: Math.max(...run.speeds),
    platform,
    ...(run.speedGroup === undefined ? {} : { speedGroup: Math.floor((ref.port - run.first) / run.speedGroup) + 1 }),
  };
}

function nicPort(server: ServerNode, nic: number, speed: number = server.speed): Port {
  const mac = server.macs[nic - 1];
  return {
    panel: nic,
    channels: 1,
    lanes: 1,
    speed,
    maxSpeed: server.speed,
    name: server.nics[nic - 1]!,
    ...(mac === undefined ? {} : { mac: mac.toLowerCase() }),
  };
}

/** The device model's port of one end of a cable; `speed` (Gb/s) is the cable's, where that is slower than a server's NIC. */
export function portOf(fabric: Fabric, end: LinkEnd, speed?: number): Port {
  const node = fabric.graph.getNodeAttributes(end.node);
  if (node.kind === 'server') return nicPort(node, end.port.port, speed);
  const port = node.ports.get(portText(end.port));
  if (!port) throw new Error(`${end.node} has no port ${portText(end.port)}`);
  return switchPort(port, node.platform.id);
}

/** The far end of a cable, seen from the other. */
export function peerAt(fabric: Fabric, end: LinkEnd, speed: number): Peer {
  const node = fabric.graph.getNodeAttributes(end.node);
  return {
    device: end.node,
    port: portOf(fabric, end, speed),
    kind: node.kind,
    target: node.kind === 'server' ? node.group.config : node.os,
  };
}

/** A cable as one of its devices sees it. */
export interface CableView {
  readonly own: LinkEnd;
  readonly far: LinkEnd;
  readonly speed: number;
}

/** A cable as seen from one of its devices. */
export function endsFrom({ a, z, speed }: Link, device: string): CableView {
  return a.node === device ? { own: a, far: z, speed } : { own: z, far: a, speed };
}
