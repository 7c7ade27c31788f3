import type { LinkSection, RackSection, ServerGroup } from '../topology/topology.ts';
import type { Fabric, SwitchNode, SwitchRole } from './fabric.ts';

/** Lines of the user's own, by the name of the operating system that they are for. */
export type ExtraText = NonNullable<LinkSection['extra']>;

/** A section that may hold such lines; most do not. */
interface ExtraSection {
  readonly extra?: ExtraText;
}

/** A place in the file where lines of the user's own stand. */
export interface ExtraPlace {
  readonly section: object;
  readonly text: ExtraText;
  /** Whether they go to switches as a whole, or to interfaces of them. */
  readonly of: 'switch' | 'interface';
  readonly switches: readonly SwitchNode[];
}

function add<Key>(map: Map<Key, Set<SwitchNode>>, key: Key, node: SwitchNode | undefined): void {
  const found = map.get(key);
  if (!node) return;
  if (found) found.add(node);
  else map.set(key, new Set([node]));
}

/** Leafs that the servers of each group are cabled to, and the switches at the ends of cables that have lines. */
function switchesByCable({ links, graph }: Fabric) {
  const byGroup = new Map<ServerGroup, Set<SwitchNode>>();
  const byText = new Map<ExtraText, Set<SwitchNode>>();
  for (const { a, z, extra } of links) {
    const ends = [a, z].map(({ node }) => graph.getNodeAttributes(node));
    const server = ends.find((node) => node.kind === 'server');
    for (const node of ends) {
      if (node.kind !== 'switch') continue;
      if (server?.group.extra) add(byGroup, server.group, node);
      if (extra) add(byText, extra, node);
    }
  }
  return { byGroup, byText };
}

/** The place that a section is, if it has lines. */
const placeFor =
  (of: ExtraPlace['of']) =>
  (section: ExtraSection | undefined, reached: () => Iterable<SwitchNode>): ExtraPlace[] =>
    section?.extra ? [{ section, text: section.extra, of, switches: [...reached()] }] : [];

const onSwitches = placeFor('switch');
const onInterfaces = placeFor('interface');

/** Lines for whole switches, from the general to the particular: of all, of a tier, of a rack, of one. */
export function switchExtraPlaces({ topology, switches, racks }: Fabric): ExtraPlace[] {
  const { data } = topology;
  const ofRole = (role: SwitchRole) => switches.filter((node) => node.role === role);
  const bySection = new Map<RackSection, Set<SwitchNode>>();
  for (const { section, leafs } of racks) if (section.extra) for (const leaf of leafs) add(bySection, section, leaf);
  const byName = new Map(switches.map((node) => [node.name, node]));
  return [
    ...onSwitches(data, () => switches),
    ...onSwitches(data.fabric.superspines, () => ofRole('superspine')),
    ...onSwitches(data.fabric.spines, () => ofRole('spine')),
    ...onSwitches(data.fabric.leafs, () => ofRole('leaf')),
    ...onSwitches(data.fabric.borderLeafs, () => ofRole('border')),
    ...data.racks.flatMap((section) => onSwitches(section, () => bySection.get(section) ?? [])),
    ...Object.entries(data.devices).flatMap(([name, section]) => {
      const node = byName.get(name);
      return onSwitches(section, () => (node ? [node] : []));
    }),
  ];
}

/** Lines for interfaces: of a network, of the leafs' ports to servers, of ports to upstreams, of single cables. */
export function interfaceExtraPlaces(fabric: Fabric): ExtraPlace[] {
  const { data } = fabric.topology;
  const groups = data.racks.flatMap(({ servers }) => servers);
  const sections: readonly ExtraSection[] = [
    ...Object.values(data.networks),
    ...groups,
    ...data.upstreams,
    ...data.links,
  ];
  if (sections.every(({ extra }) => extra === undefined)) return [];
  const { byGroup, byText } = switchesByCable(fabric);
  const byName = new Map(fabric.switches.map((node) => [node.name, node]));
  return [
    ...Object.values(data.networks).flatMap((section) => onInterfaces(section, () => fabric.switches)),
    ...groups.flatMap((section) => onInterfaces(section, () => byGroup.get(section) ?? [])),
    ...fabric.upstreams.flatMap(({ section, end }) => {
      const node = byName.get(end.node);
      return onInterfaces(section, () => (node ? [node] : []));
    }),
    ...data.links.flatMap((section) => onInterfaces(section, () => (section.extra && byText.get(section.extra)) ?? [])),
  ];
}
