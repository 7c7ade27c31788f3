import type { Span } from '../diagnostics/span.ts';
import { parseSpeed } from '../platforms/platform.ts';
import { spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import type { Rack, SwitchNode } from './fabric.ts';
import { exceedsLimit } from './limits.ts';
import { type LinkRequest, linkId } from './link-request.ts';

/** Cables between two switches, numbered from 1. */
function parallel(
  kind: LinkRequest['kind'],
  a: LinkRequest['z'],
  z: LinkRequest['z'],
  count: number,
  rest: Pick<LinkRequest, 'span' | 'speed'>,
): LinkRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    id: linkId(a.node.name, z.node.name, index + 1),
    kind,
    a: { ...a },
    z: { ...z },
    ...rest,
  }));
}

/** Two switches of a tier, joined: the leafs of a rack, or the spines where they are a pair. */
function interlinks(
  [first, second]: readonly SwitchNode[],
  { count, speed }: { readonly count: number; readonly speed?: string },
  span: Span,
): LinkRequest[] {
  if (!first || !second) return [];
  return parallel('interlink', { node: first, use: 'interlink' }, { node: second, use: 'interlink' }, count, {
    span,
    ...(speed === undefined ? {} : { speed: parseSpeed(speed) }),
  });
}

/** Every leaf of a rack to every spine above it. */
function leafUplinks(building: Building, rack: Rack, spines: readonly SwitchNode[]): LinkRequest[] {
  const own = rack.section.uplinks;
  const common = building.topology.data.fabric.leafs.uplinks;
  const speed = own?.speed ?? common.speed;
  const perSpine = own?.perSpine ?? common.perSpine;
  return rack.leafs.flatMap((leaf) =>
    spines.flatMap((spine) =>
      parallel('uplink', { node: leaf, use: 'uplink' }, { node: spine, use: 'down' }, perSpine, {
        span: rack.span,
        ...(speed === undefined ? {} : { speed: parseSpeed(speed) }),
      }),
    ),
  );
}

/** Every border leaf to every switch of the top tier. */
function borderUplinks(building: Building, top: readonly SwitchNode[]): LinkRequest[] {
  const section = building.topology.data.fabric.borderLeafs;
  if (!section) return [];
  const { perSpine, speed } = section.uplinks;
  const span = spanOf(building.topology, section, 'count');
  const borders = building.switches.filter((node) => node.role === 'border');
  return borders.flatMap((border) =>
    top.flatMap((above) =>
      parallel('uplink', { node: border, use: 'uplink' }, { node: above, use: 'down' }, perSpine, {
        span,
        ...(speed === undefined ? {} : { speed: parseSpeed(speed) }),
      }),
    ),
  );
}

/** Every spine of a pod to the superspines of its plane. */
function spineUplinks(
  building: Building,
  spines: readonly SwitchNode[],
  superspines: readonly SwitchNode[],
): LinkRequest[] {
  const section = building.topology.data.fabric.superspines;
  if (!section) return [];
  const span = spanOf(building.topology, section, 'count');
  const perPlane = Math.ceil(superspines.length / section.planes);
  return spines.flatMap((spine) => {
    const plane = (spine.number - 1) % section.planes;
    return superspines.slice(plane * perPlane, (plane + 1) * perPlane).flatMap((above) =>
      parallel('uplink', { node: spine, use: 'uplink' }, { node: above, use: 'down' }, section.linksPerSpine, {
        span,
      }),
    );
  });
}

/** Every NIC of a server to a leaf of its rack: the first to the first leaf, the second to the second, and round again. */
function serverLinks(building: Building, rack: Rack): LinkRequest[] {
  if (rack.leafs.length === 0) return [];
  return rack.servers.flatMap((server) => {
    const span = spanOf(building.topology, server.group, 'name');
    return server.nics.map((_, index): LinkRequest => {
      const leaf = rack.leafs[index % rack.leafs.length]!;
      return {
        id: linkId(server.name, leaf.name, Math.floor(index / rack.leafs.length) + 1),
        kind: 'server',
        a: { node: server, nic: index + 1 },
        z: { node: leaf, use: 'access' },
        speed: server.speed,
        span,
      };
    });
  });
}

/** How many cables the automatic cabling would lay, before it makes one. */
function countCables(building: Building, spinesOf: (rack: Rack) => readonly SwitchNode[], superspines: number): number {
  const { fabric } = building.topology.data;
  const { planes = 1, linksPerSpine = 0 } = fabric.superspines ?? {};
  const spines = building.switches.filter((node) => node.role === 'spine').length;
  let count = spines * Math.ceil(superspines / planes) * linksPerSpine;
  for (const rack of building.racks) {
    const { perSpine } = rack.section.uplinks ?? fabric.leafs.uplinks;
    count += rack.leafs.length * spinesOf(rack).length * perSpine;
  }
  return building.servers.reduce((sum, server) => sum + server.nics.length, count);
}

/** All cables as the automatic cabling lays them: interlinks, uplinks by tier, then servers rack by rack. */
export function requestLinks(building: Building): LinkRequest[] {
  const superspines = building.switches.filter((node) => node.role === 'superspine');
  const spines = building.switches.filter((node) => node.role === 'spine');
  const spinesByPod = new Map<string | undefined, SwitchNode[]>();
  for (const spine of spines) {
    const ofPod = spinesByPod.get(spine.pod?.name);
    if (ofPod) ofPod.push(spine);
    else spinesByPod.set(spine.pod?.name, [spine]);
  }
  const spinesOf = (rack: Rack): readonly SwitchNode[] => spinesByPod.get(rack.pod?.name) ?? [];
  const span = spanOf(building.topology, building.topology.data.fabric.spines, 'count');
  if (exceedsLimit(building, 'cables', countCables(building, spinesOf, superspines.length), span)) return [];
  const sections = building.topology.data.fabric;
  return [
    ...(building.traits.spinePair ? interlinks(spines, sections.spines.interlink, span) : []),
    ...building.racks.flatMap((rack) => interlinks(rack.leafs, sections.leafs.interlink, rack.span)),
    ...building.racks.flatMap((rack) => leafUplinks(building, rack, spinesOf(rack))),
    ...spineUplinks(building, spines, superspines),
    ...borderUplinks(building, superspines.length > 0 ? superspines : spines),
    ...building.racks.flatMap((rack) => serverLinks(building, rack)),
  ];
}
