import type { Link, PortRef, SwitchNode } from '../fabric/fabric.ts';
import { allocateNumbers } from './address-pool.ts';
import type { Planning } from './planning.ts';

/** Most LAGs that a switch can number: EOS takes Port-Channel1 to 2000 in every release. */
const mostLags = 2001;

/** Number of the LAG whose lowest member is this port: its panel number, or for a channel one that no panel number is. */
function numberFor(port: PortRef): number {
  return port.channel === undefined ? port.port : 1000 + port.port * 10 + port.channel;
}

/** Ports of a switch that are in a LAG, by the device at the far end. */
function lagsOf(planning: Planning, node: SwitchNode): Map<string, PortRef[]> {
  const { graph } = planning.fabric;
  const lags = new Map<string, PortRef[]>();
  graph.forEachEdge(node.name, (_id: string, link: Link) => {
    const [own, far] = link.a.node === node.name ? [link.a, link.z] : [link.z, link.a];
    const peer = graph.getNodeAttributes(far.node);
    const bundled = link.kind === 'interlink' || (peer.kind === 'server' && peer.group.bond === 'lacp');
    if (!bundled) return;
    const ports = lags.get(far.node);
    if (ports) ports.push(own.port);
    else lags.set(far.node, [own.port]);
  });
  return lags;
}

/** Numbers the LAGs of every switch after their lowest member; a number stays when its members change. */
export function numberLags(planning: Planning): Map<string, number> {
  const { fabric, allocations } = planning;
  const given = new Map<string, number>();
  for (const node of fabric.switches) {
    const lags = lagsOf(planning, node);
    if (lags.size === 0 && fabric.earlier.all.size === 0) continue;
    const requests = [...lags].map(([peer, ports]) => ({
      key: `lag/${node.name}/${peer}`,
      preferred: Math.min(...ports.map(numberFor)),
    }));
    // EOS and NX-OS number LAGs from 1.
    const { numbers } = allocateNumbers(mostLags, requests, fabric.earlier.row(`lag/${node.name}`), allocations, [0]);
    for (const [key, number] of numbers) given.set(key.slice('lag/'.length), number);
  }
  return given;
}
