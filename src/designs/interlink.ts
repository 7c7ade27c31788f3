import type { Interface } from '../device/device.ts';
import type { SwitchNode } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';
import { endsFrom, peerAt, portOf } from './ports.ts';

interface InterlinkShape {
  readonly description: string;
  /** IP MTU in bytes, of cables that the user gave none. */
  readonly mtu: number;
  /** Carried with their tags. */
  readonly vlans: readonly number[];
}

/** The cables between two switches of a pair, as a LAG with its members; nothing where there are none. */
export function interlinkLag(plan: Plan, node: SwitchNode, other: SwitchNode, shape: InterlinkShape): Interface[] {
  const { fabric } = plan;
  const { description, vlans } = shape;
  const links = fabric.graph
    .edges(node.name, other.name)
    .map((id) => fabric.graph.getEdgeAttributes(id))
    .filter((link) => link.kind === 'interlink');
  const mtu = Math.min(...links.map((link) => link.mtu ?? shape.mtu));
  const ends = links.map((link) => endsFrom(link, node.name));
  const id = plan.lags.get(`${node.name}/${other.name}`);
  if (ends.length === 0 || id === undefined) return [];
  return [
    ...ends.map(({ own, far, speed }): Interface => ({
      kind: 'ethernet',
      description,
      mtu,
      port: portOf(fabric, own, speed),
      peer: peerAt(fabric, far, speed),
      mode: { type: 'member', lag: id },
    })),
    {
      kind: 'lag',
      id,
      description,
      mtu,
      protocol: { type: 'lacp', rate: 'fast', active: true },
      members: ends.map(({ own, speed }) => portOf(fabric, own, speed)).sort((a, b) => a.panel - b.panel),
      minLinks: 1,
      hash: 'layer3+4',
      miimon: 100,
      peer: { device: other.name, kind: 'switch' },
      mode: { type: 'bridged', tagged: [...vlans].sort((a, b) => a - b), edge: false },
    },
  ];
}
