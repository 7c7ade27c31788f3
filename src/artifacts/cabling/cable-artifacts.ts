import { type Fabric, type FabricNode, type LinkEnd, type SwitchPort, portText } from '../../fabric/fabric.ts';
import { linkId } from '../../fabric/link-request.ts';
import type { Artifact } from '../artifact.ts';
import { csv } from '../csv.ts';
import type { SpellInterface } from '../spell-interface.ts';
import { lengthsOf } from './length.ts';
import { chooseMedium } from './medium.ts';

const endColumns = ['rack', 'unit', 'device', 'port'] as const;
const columns = [
  'cable',
  ...endColumns.map((column) => `a_${column}`),
  ...endColumns.map((column) => `z_${column}`),
  'speed_gbps',
  'breakout',
  'medium',
  'length_m',
  'basis',
] as const;

/** The rack's name, or the place that the user gave a switch in no rack; empty where nobody said. */
function standsIn(node: FabricNode): string {
  return node.rack?.name ?? (node.kind === 'switch' ? node.place : undefined) ?? '';
}

/** `Z 4x25G` where that end is one channel of a split port. */
function breakoutAt(end: string, port: SwitchPort | undefined): string[] {
  return port?.breakout ? [`${end} ${port.breakout.channels}x${port.breakout.speed}G`] : [];
}

/**
 * The cable plan: each cable once, the lower end as A. `breakout` says which end is one channel of a split port,
 * so that several rows are one physical cable there. `basis` is `estimated` where length and medium are worked out
 * from assumed rack positions, `measured` where the user gave the length and the medium follows from it.
 */
export function* cableArtifacts(fabric: Fabric, spell: SpellInterface): Generator<Artifact> {
  const lengthOf = lengthsOf(fabric);
  const portOf = ({ node: name, port }: LinkEnd): SwitchPort | undefined => {
    const node = fabric.graph.getNodeAttributes(name);
    return node.kind === 'switch' ? node.ports.get(portText(port)) : undefined;
  };
  const endCells = ({ node: name, port }: LinkEnd): (string | number)[] => {
    const node = fabric.graph.getNodeAttributes(name);
    return [standsIn(node), node.unit ?? '', name, spell(name, port)];
  };
  const rows = fabric.links.map((link) => {
    const [a, z] = [portOf(link.a), portOf(link.z)];
    const { metres, basis } = lengthOf(link);
    const connectors = [a, z].flatMap((port) => (port ? [port.run.connector] : []));
    return [
      link.id,
      ...endCells(link.a),
      ...endCells(link.z),
      link.speed,
      [...breakoutAt('A', a), ...breakoutAt('Z', z)].join(' '),
      chooseMedium(link.speed, metres, connectors),
      metres,
      basis,
    ];
  });
  // What is at the far end of an upstream's cable, and how far away, the file does not say.
  const outside = fabric.upstreams.map(({ name, end, speed }) => [
    linkId(end.node, name, 1),
    ...endCells(end),
    '',
    '',
    name,
    '',
    speed,
    breakoutAt('A', portOf(end)).join(' '),
    '',
    '',
    '',
  ]);
  yield { path: 'cabling/cables.csv', content: csv(columns, [...rows, ...outside]) };
}
